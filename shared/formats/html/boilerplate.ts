/**
 * Words by which pages name their parts in ids and classes, and by which they introduce what is not the story.
 * The first two follow Readability's lists (Apache-2.0) in kind; pinyin and Chinese ones are from the templates of
 * news sites (TRS, CMS Top, Founder), and each is met on several.
 */

/** Of a part that is seldom a story. */
export const BESIDE =
  /(?:^|[\s_-]|\b)(?:ad|ads|advert\w*|banner|bread\w*|crumb\w*|comment\w*|pinglun|contact|copyright|banquan|disqus|edit(?:or)?|ewm|erweima|footer|foot|friend\w*|func\w*|header|hot\w*|keyword\w*|like|likes|links?|login|menu|meta|nav\w*|next|pager?|pages|paging|pagination|page[_-]?(?:num|bar|nav)\w*|popular|print|promo\w*|qr\w*|rank\w*|recommend\w*|tuijian|relat\w*|xiangguan|remark|reply|rss|search|share\w*|fenxiang|shoutbox|side\w*|social|sponsor\w*|statement|subscribe|tags?|tool\w*|top\w*|toolbar|weixin|widget)(?:$|[\s_-]|\b|(?=[A-Z\d]))/i;

/** Of a part that is mostly the story. */
export const STORY =
  /(?:^|[\s_-])(?:article\w*|artibody|story\w*|body|content\w*|detail\w*|entry\w*|main\w*|post\w*|text\w*|zhengwen|zoom|news[_-]?\w*|TRS_\w+|cont|con)(?:$|[\s_-]|(?=[A-Z\d]))/i;

/** A line that introduces or is what stands below a story and is none of it. */
export const BELOW_STORY =
  /^[\s【[（(·•>》]*(?:(?:相关|相關|延伸|推荐|推薦|更多|精彩|热门|熱門|热点|往期|猜你喜欢|最新|最热|最熱|大家都在看|编辑推荐|編輯推薦|今日|同类|猜您)(?:阅读|閱讀|新闻|新聞|文章|报道|報道|推荐|推薦|链接|鏈接|连结|連結|内容|資訊|资讯|专题|專題|话题|話題|视频|影片|评论|評論|精彩|图集|回顾|热点|熱門|喜歡)?[\s：:】\])）>》]*$|纠错|糾錯|我要纠错|阅读下一篇|下一篇|上一篇|分享到|分享至|分享给|分享文章|扫一扫|掃一掃|扫描二维码|返回(?:首页|列表|顶部)|关注我们|打印本页|关闭窗口|网友评论|用户评论|发表评论|我要评论|读者留言|版权(?:声明|所有)|免责声明|郑重声明|声明：|热词|标签|標籤|關鍵字|关键词)/u;

/** A line that says who made a story or where it comes from, as stands around one. */
export const ABOUT_STORY =
  /(?:来源|來源|作者|记者|記者|编辑|編輯|责编|責編|責任編輯|校对|审核|通讯员|撰文|文\/|发布时间|發布時間|發佈|发表于|更新时间|更新時間|出处|\d{4}\s*[-/年.]\s*\d{1,2}\s*[-/月.]\s*\d{1,2})/u;
