import { expect, test } from "vitest";
import { folder, scan } from "./run.ts";

/** What the content systems of public bodies put into every page. */
const PAGE = `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="X-UA-Compatible" content="IE=edge">
<meta name="SiteName" content="云屏市人民政府"><meta name="SiteDomain" content="www.yunping.example">
<meta name="ColumnName" content="通知公告"><meta name="ArticleTitle" content="关于冬季供暖的通知">
<meta name="Author" content="信息中心"><meta name="ContentSource" content="市住建局"><meta name="maketime" content="2025-11-03 09:12:44">
<meta name="PubDate" content="2025-11-03 09:12"><meta name="others" content="页面生成时间 2025-11-03 09:12:44">
<title>关于冬季供暖的通知</title>
<!-- 栏目模板 v3.2 开始 --><!--[if lt IE 9]><script src="/js/html5shiv.js"></script><![endif]-->
<style>body{font-family:"微软雅黑",宋体} .nav .sub{display:none} .tab-pane{display:none} .sr-only{position:absolute;left:-9999px}
.icon{background:url("data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg'/>")}
@media print{.share{display:none}}</style>
<script>document.write("<span>正在加载……</span>"); var articleId = 1024; var _t = 1762132364000;
wx.config({debug:false, appId:"wx0123456789abcdef", jsApiList:["onMenuShareTimeline"]}); // 分享到朋友圈</script></head>
<body><a class="sr-only" href="#main">跳到正文</a>
<ul class="nav"><li>首页<ul class="sub" style="display:none"><li>领导之窗</li><li>机构设置</li></ul></li>
<li>政务公开<ul class="sub"><li>法定主动公开内容</li><li>依申请公开</li></ul></li></ul>
<form action="/search"><input type="hidden" name="siteId" value="20231105"><input name="q" placeholder="请输入关键词"></form>
<div id="main"><h1>关于冬季供暖的通知</h1>
<p style="text-indent:2em;mso-char-indent-count:2.0;font-family:仿宋_GB2312;color:#333">各供热单位：今冬供暖自11月5日开始。<o:p></o:p></p>
<p class="MsoNormal" style="mso-list:l0 level1 lfo1">请按时做好准备。</p><p>2025年11月3日</p>
<p><img src="/images/1.jpg" alt="供暖现场" data-id="1024" data-src="/images/1-large.jpg"></p></div>
<div class="tab-pane"><p>相关解读：一图读懂冬季供暖</p></div>
<div class="share" data-title="关于冬季供暖的通知">分享到：<a href="//service.weibo.example/share.php?title=%E4%BE%9B%E6%9A%96">微博</a></div>
<noscript>请启用脚本后浏览本站</noscript><!-- 统计代码 --><p>主办：云屏市人民政府办公室　网站标识码：3300000001</p></body></html>`;

test("an ordinary page of a public body has no finding above a hint, and is examined", () => {
  const { report, status } = scan([folder({ "art_20251103.html": PAGE })]);
  const [page] = report.files;
  expect(page?.findings.filter(({ severity }) => severity !== "info")).toEqual([]);
  expect([page?.status, status]).toEqual(["examined", 0]);
});
