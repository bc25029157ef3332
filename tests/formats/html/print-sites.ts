/** A story as an editor's system holds it. */
export interface Story {
  readonly title: string;
  /** `## ` marks a heading. */
  readonly lines: readonly string[];
  readonly author: string;
  readonly day: string;
}

const asMarkup = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const written = (day: string): string => day.replace(/^(\d+)-(\d+)-(\d+)$/, '$1年$2月$3日');

const OTHERS = [
  '汛期将至 沿江各县检修水闸',
  '老街改造完工 首批商户回迁',
  '山区快递站点增至百个',
  '图书馆延长开放时间',
];
const links = (tag: string): string =>
  OTHERS.map((title, i) => `<${tag}><a href="/news/${i}.html">${title}</a></${tag}>`).join('\n');
const menu = ['首页', '要闻', '评论', '财经', '文化', '体育', '图片', '视频']
  .map((name) => `<a href="/${name}">${name}</a>`)
  .join(' ');

function paragraphs({ lines }: Story, indent: string, heading: (words: string) => string): string[] {
  return lines.map((line) =>
    line.startsWith('## ') ? heading(asMarkup(line.slice(3))) : `<p>${indent}${asMarkup(line)}</p>`,
  );
}

/** How six kinds of news sites print a story; templates made up after what such sites have in common. */
export const SITES: Readonly<Record<string, (story: Story) => string>> = {
  'an agency: source line, share bar, the next story below': (story) => `<!DOCTYPE html><html><head>
<meta charset="utf-8"><title>${asMarkup(story.title)}-江声网</title><meta name="publishdate" content="${story.day}"></head><body>
<div class="header"><div class="nav">${menu}</div><div class="crumb"><a href="/">江声网</a> &gt; <a href="/s">要闻</a> &gt; 正文</div></div>
<div class="main clearfix"><div class="head-line"><h1><span class="title">${asMarkup(story.title)}</span></h1></div>
<div class="info">${story.day} 10:20:11　来源：江声网　作者：${story.author}</div>
<div class="share">分享到：<a href="#">微信</a><a href="#">微博</a></div>
<div id="detail">${paragraphs(story, '　　', (words) => `<p>　　<strong>${words}</strong></p>`).join('\n')}</div>
<div class="editor">【责任编辑：周正】</div><div class="nextpage">阅读下一篇：<a href="/n">${OTHERS[0]}</a></div></div>
<div class="right"><h3>热点新闻</h3><ul>${links('li')}</ul></div><div class="footer">江声网版权所有 未经许可不得转载</div></body></html>`,

  'a portal of divs, with a recommended box in the text': (story) => {
    const body = paragraphs(story, '', (words) => `<h2>${words}</h2>`);
    body.splice(
      Math.min(2, body.length),
      0,
      `<div class="recommend-box"><h4>推荐阅读</h4>${links('div')}</div>`,
    );
    return `<html lang="zh-CN"><head><meta charset="utf-8"><title>${asMarkup(story.title)}_山城新闻</title>
<meta property="og:title" content="${asMarkup(story.title)}"><meta property="article:published_time" content="${story.day}T08:00:00+08:00">
<style>.a{color:red}</style><script>var d = "<p>广告</p>";</script></head><body>
<div class="top-bar">${menu}</div><div class="layout"><div class="left"><div class="article-hd"><h1 class="title">${asMarkup(story.title)}</h1>
<div class="meta"><span>${written(story.day)} 08:00</span> <span>来源：山城新闻</span> <span>作者：${story.author}</span></div></div>
<div class="article-content">${body.join('\n')}</div><div class="tags">标签：<a href="/t">民生</a><a href="/t">城市</a></div>
<div class="comment"><h3>网友评论</h3><p>写得好，希望多报道这样的事情，让更多人知道。</p></div></div>
<div class="sidebar"><h3>热门文章</h3><ol>${links('li')}</ol></div></div></body></html>`;
  },

  'an old paper: tables, fonts, breaks and no paragraphs': (
    story,
  ) => `<HTML><HEAD><TITLE>${asMarkup(story.title)}</TITLE>
<META http-equiv=Content-Type content="text/html; charset=utf-8"></HEAD><BODY bgColor=#ffffff>
<TABLE width=760><TR><TD>${menu}</TD></TR></TABLE><TABLE width=760><TR><TD width=560 valign=top>
<CENTER><FONT size=5><B>${asMarkup(story.title)}</B></FONT></CENTER><CENTER><FONT size=2>江声日报 ${written(story.day)}</FONT></CENTER>
<CENTER>本报记者　${story.author}</CENTER><HR>
<FONT size=3>${story.lines.map((line) => `　　${asMarkup(line.replace(/^## /, ''))}<BR>`).join('\n')}</FONT></TD>
<TD width=200 valign=top><FONT size=2>${links('div')}</FONT></TD></TR></TABLE>
<TABLE width=760><TR><TD align=center>江声日报社 版权所有</TD></TR></TABLE></BODY></HTML>`,

  'a page of one script: JSON-LD, article, figure': (
    story,
  ) => `<!doctype html><html><head><meta charset="utf-8">
<title>${asMarkup(story.title)} | 海湾周报</title><script type="application/ld+json">${JSON.stringify({
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'WebSite', name: '海湾周报' },
      {
        '@type': 'NewsArticle',
        headline: story.title,
        datePublished: `${story.day}T06:00:00Z`,
        author: { '@type': 'Person', name: story.author },
      },
    ],
  })}</script></head><body><header><nav><ul><li>${menu}</li></ul></nav></header><main><article>
<h1>${asMarkup(story.title)}</h1><p class="byline">${story.author}</p><time datetime="${story.day}">${story.day}</time>
<section>${paragraphs(story, '', (words) => `<h3>${words}</h3>`).join('\n')}</section>
<aside><h3>相关新闻</h3><ul>${links('li')}</ul></aside></article></main><footer><p>© 海湾周报</p></footer></body></html>`,

  'a phone page of sections': (
    story,
  ) => `<!DOCTYPE html><html><head><meta name="viewport" content="width=device-width">
<title>${asMarkup(story.title)}</title></head><body><div id="app"><div class="open-app">打开客户端 阅读更流畅</div><div class="page">
<h2 class="rich_media_title">${asMarkup(story.title)}</h2><div class="rich_media_meta_list"><span>${story.author}</span> <em>${story.day}</em></div>
<div class="rich_media_content" style="visibility: hidden;">${paragraphs(
    story,
    '',
    (words) => `<section><strong>${words}</strong></section>`,
  )
    .map((block) => block.replace(/^<p>(.*)<\/p>$/s, '<section><span>$1</span></section>'))
    .join('\n')}</div><div class="like">阅读 1024　赞 32　在看 8</div></div></div></body></html>`,

  'a story whose first of two pages was saved': (
    story,
  ) => `<html><head><meta charset="utf-8"><title>${asMarkup(story.title)} - 水乡在线</title></head><body>
<div id="nav">${menu}</div><div id="content"><h1>${asMarkup(story.title)}</h1><div class="source">${story.day} 水乡在线 记者 ${story.author}</div>
<div class="text">${paragraphs(story, '　　', (words) => `<p><b>${words}</b></p>`).join('\n')}</div>
<div class="pages"><a href="/1">1</a> <a href="/2">2</a> <a href="/2">下一页</a> <a href="/all">余下全文</a></div>
<div class="related"><h3>相关阅读</h3><ul>${links('li')}</ul></div></div><div id="foot">水乡在线 备案号 10086</div></body></html>`,
};
