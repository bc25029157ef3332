const latin = (text: string): Uint8Array => Uint8Array.from(text, (unit) => unit.charCodeAt(0));

/** A message with a page and a picture; lines end as in mail. */
const message = (headers: string, body: string): Uint8Array =>
  latin(
    [
      'From: <Saved by Blink>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="----b"',
      '',
      '------b',
      headers,
      '',
      body,
      '------b',
      'Content-Type: image/png',
      'Content-Transfer-Encoding: base64',
      '',
      'iVBORw0KGgo=',
      '------b--',
      '',
    ].join('\r\n'),
  );

/** Saved pages by what they show; the words are 渡口通航 in GB 2312 or UTF-8. */
export const MHTML_FILES: Readonly<Record<string, Uint8Array>> = {
  'quoted-printable, GB 2312 without a charset': message(
    'Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable',
    '<html><meta charset=3Dgb2312><p>=B6=C9=BF=DA=\r\n=CD=A8=BA=BD</p></html>',
  ),
  'base64, UTF-8': message(
    'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64',
    'PGh0bWw+PHA+5rih5Y+j6YCa6IiqPC9w\r\nPjwvaHRtbD4=',
  ),
  'eight bits': message('Content-Type: text/html', '<html><p>\xb6\xc9\xbf\xda\xcd\xa8\xba\xbd'),
};
