/** Documents that are built into the suite, because a web worker reads no files of the project. */
declare module '*.docx' {
  const bytes: Uint8Array;
  // The bundler gives its files this way.
  // eslint-disable-next-line no-restricted-syntax
  export default bytes;
}
declare module '*.pdf' {
  const bytes: Uint8Array;
  // eslint-disable-next-line no-restricted-syntax
  export default bytes;
}
