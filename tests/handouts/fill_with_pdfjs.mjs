// Fills in a form with pdf.js, which is what Firefox shows PDFs with, and saves it.
// Arguments: where pdf.js is, the empty form, where to save the filled one, and the values as JSON.

import { readFileSync, writeFileSync } from "node:fs";

for (const shape of ["DOMMatrix", "ImageData", "Path2D"]) globalThis[shape] ??= class {}; // only for drawing on a screen
const [library, empty, filled, values] = process.argv.slice(2);
const { getDocument } = await import(library);
const pdf = await getDocument({ data: new Uint8Array(readFileSync(empty)), verbosity: 0 }).promise;
const wanted = JSON.parse(values);
for (let number = 1; number <= pdf.numPages; number++) {
  const page = await pdf.getPage(number);
  for (const field of await page.getAnnotations()) {
    // what a person goes by is the label, which pdf.js gives to the screen reader
    const one = wanted.find(({ name, label }) => name === field.fieldName && label === field.alternativeText);
    if (one === undefined) continue;
    pdf.annotationStorage.setValue(field.id, { value: one.kind === "text" ? one.text : one.on });
  }
}
writeFileSync(filled, await pdf.saveDocument());
await pdf.destroy();
