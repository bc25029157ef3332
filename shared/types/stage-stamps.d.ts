/** Made by `electron/stamps` when the app is built and when tests run; nobody raises these by hand. */
declare module 'virtual:stage-stamps' {
  const stamps: Readonly<
    Record<'segment' | 'facts' | 'names' | 'quotes' | 'dating' | 'pipeline' | 'rows' | 'search', string>
  >;
  export default stamps;
}
