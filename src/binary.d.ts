/** Files that esbuild embeds with its `binary` loader. */
declare module '*.bin' {
  const bytes: Uint8Array;
  export default bytes;
}
