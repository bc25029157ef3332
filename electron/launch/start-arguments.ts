/** Chromium reads a switch and its value as one argument, and has no use for those of the browser's host. */
export function forElectron(args: readonly string[]): string[] {
  const given: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const argument = args[at] ?? '';
    if (argument === '--no-open' || argument.startsWith('--port=')) continue;
    if (argument === '--port') at++;
    else if (argument === '--vault') given.push(`--vault=${args[++at] ?? ''}`);
    else given.push(argument);
  }
  return given;
}
