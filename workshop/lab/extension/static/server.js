// Asking the server of the kit, with the key that it wants to see when something changes.

export function ask(base, route, method = "GET", data = undefined) {
  const token = document.cookie.match(/_xsrf=([^;]+)/)?.[1] ?? "";
  return fetch(`${base}${route}`, { method, headers: { "X-XSRFToken": token }, body: data && JSON.stringify(data) });
}
