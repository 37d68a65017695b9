// The door by which JupyterLab finds the extension. It takes nothing from JupyterLab but the
// application object, so there is nothing to bundle, to build or to tie to one version.
(() => {
  const here = document.currentScript.src;
  (window._JUPYTERLAB ??= {})["good-company"] = {
    init() {},
    get: async () => {
      const { plugin } = await import(new URL("plugin.js", here).href);
      return () => ({ __esModule: true, default: [plugin] });
    },
  };
})();
