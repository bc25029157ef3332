const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** 渡口通航 in GB 2312. */
const FERRY = [0xb6, 0xc9, 0xbf, 0xda, 0xcd, 0xa8, 0xba, 0xbd];
const latin = (text: string): number[] => Array.from(text, (unit) => unit.charCodeAt(0));

/** Pages by what they show of reading markup. */
export const HTML_FILES: Readonly<Record<string, Uint8Array>> = {
  'blocks, breaks and blanks': utf8(
    '<!doctype html><title>渡口通航_江城新闻网</title><body><h1> 渡口\n通航 </h1><p>第一段<br>换行<p>第二段 \t 有<b>粗体</b></div>尾',
  ),
  'a table': utf8('<html><table><tr><th>年<th>人<tr><td>2021<td>42<tr><td><p>段<p>落<td>末</table>'),
  'what is not shown': utf8(
    '<html><style>p{}</style><script>1<2</script><p hidden>藏</p><p style="display: none">隐</p><noscript>无</noscript><template>样</template><!-- 注 -->见',
  ),
  'entities and marks': utf8(
    '<html><p>&lt;&amp;&nbsp;&#20013;&#x4e2d;&hellip;&unknown;&copy</p><pre>  a\n b</pre>',
  ),
  ruby: utf8('<html><p><ruby>渡<rp>(</rp><rt>dù</rt><rp>)</rp>口<rt>kǒu</rt></ruby>通航'),
  'unclosed and crossed tags': utf8('<html><div><ul><li>一<li>二</ul><b><i>交</b>错</i><p>段<div>块</p>后<'),
  'GB 2312 as declared': Uint8Array.from([...latin('<html><meta charset=gb2312><p>'), ...FERRY]),
  'GB 2312 that says it is UTF-8': Uint8Array.from([...latin('<html><meta charset=utf-8><p>'), ...FERRY]),
  'UTF-16 with a mark': new Uint8Array(Buffer.from('\uFEFF<html><p>渡口通航', 'utf16le')),
};
