// The kit's formats in "Save and Export Notebook As", by names for people. JupyterLab shows a format
// by its own name (Handout_large), so each of ours is told to it by its label, and goes by its name again.

export function nameExports(nbconvert, labels) {
  const { getExportFormats, exportAs } = nbconvert;
  let formats = {};
  nbconvert.getExportFormats = async (force) => {
    const told = await labels;
    formats = Object.fromEntries(Object.entries(told).map(([format, label]) => [label, format]));
    const offered = await getExportFormats.call(nbconvert, force);
    return offered && Object.fromEntries(Object.entries(offered).map(([format, kind]) => [told[format] ?? format, kind]));
  };
  nbconvert.exportAs = (wanted) => exportAs.call(nbconvert, { ...wanted, format: formats[wanted.format] ?? wanted.format });
}
