declare module 'dompurify-fixtures/test/fixtures/expect.js' {
  const fixtures: readonly { readonly payload: string }[];
  export default fixtures;
}
