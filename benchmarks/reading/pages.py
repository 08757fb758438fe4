"""Web pages: is all of the article read, and nothing else? Real pages, and clean reports set into ten sites' skeletons.

    python -m benchmarks.reading.pages SHARED [--step 11]

SHARED is the folder with `ingest/html_policy/` and `reports/`. `lines` are the report's lines that come out as they are, `lost`
those that do not (lines that are a site's own labels in the clean text already are not counted), `clutter` the pieces that the
skeleton put around the report, `left` those of them that came out with it.
"""

from __future__ import annotations

import argparse
import html
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from report_qa.text.formats.html import extract_html
from report_qa.text.formats.html_clutter import is_label
from report_qa.text.source import Source

Skeleton = Callable[[str, list[str]], str]
LINKS = ("国务院部署推进消费品以旧换新", "我市召开会议，研究部署重点任务", "市政府常务会议审议通过有关文件")
RELATED = (
    "<h3>相关稿件</h3><ul>"
    + "".join(f"<li><a href=x>{link}</a><span>2024-01-1{n}</span></li>" for n, link in enumerate(LINKS))
    + "</ul>"
)
FOOT = "<p>主办单位：某某市人民政府办公室　承办单位：某某市政务服务局</p><p>网站标识码：1500000000　蒙ICP备05000000号</p><p>建议使用1024*768分辨率、IE9.0以上版本浏览器访问</p>"
TOP = "<div class=header><a>网站首页</a> <a>互动交流</a></div><div class=crumb>当前位置：<a>首页</a> &gt; <a>政务公开</a></div>"
COMMENTS = "<div id=comments><h3>网友评论</h3><p>说得真好，希望今年的工作再上一个新台阶！</p><p>我家门口的路什么时候修？请有关部门关注一下。</p></div>"
CLUTTER = (
    *LINKS,
    *"当前位置 字号： 责任编辑 相关稿件 扫一扫 主办单位 标识码 ICP备 建议使用 网站首页 互动交流 浏览次数 关闭窗口 版权所有 栏目一 买房上 网友评论 说得真好 我家门口 寒潮 上一篇 请选择".split(),
)


def _set(lines: list[str], tag: str = "p") -> str:
    return "\n".join(f"<{tag}>　　{html.escape(line, quote=False)}</{tag}>" for line in lines)


def _body(inside: str, title: str, charset: str = '<meta charset="utf-8">') -> str:
    return f"<!DOCTYPE html><html><head>{charset}<title>{title}</title></head><body>{inside}</body></html>"


def _runs(line: str) -> str:
    return f"<section><section><p><span>{line[: len(line) // 2]}</span><span>{line[len(line) // 2 :]}</span></p></section></section>"


def _typed(line: str) -> str:
    return (
        f"<p class=MsoNormal><span\r\nlang=ZH>{line[:20]}\r\n{line[20:]}<span lang=EN-US><o:p></o:p></span></span></p>"
    )


SKELETONS: dict[str, Skeleton] = {
    "portal": lambda t, p: _body(f"{TOP}<div class=main><h1>{t}</h1><div class=date>2024-02-01 09:30 来源：某某日报 字号：<a>大</a><a>打印</a></div><div class=pages_content><div>{_set(p)}</div></div><div>责任编辑：张三</div><div class=related>{RELATED}</div><div class=share>扫一扫在手机打开当前页</div></div><div class=footer>{FOOT}</div>", f"{t}_某某市人民政府"),
    "unnamed": lambda t, p: _body(f"<div><a>网站首页</a></div><div>您现在的位置：<a>首页</a> &gt; 报告</div><div><div>{t}</div><div>发布时间：2024-02-01　浏览次数：38</div><div>{_set(p)}</div><div>【打印本页】【关闭窗口】</div>{RELATED}</div><div>版权所有：某某　蒙ICP备1号</div>", t),
    "hidden": lambda t, p: _body(f'<h1>{t}</h1><div style="visibility: hidden;">{"".join(map(_runs, p))}</div><div>微信扫一扫</div>', ""),
    "typed": lambda t, p: _body(f"<div><p>{t}</p>{''.join(map(_typed, p))}</div>", t, "<meta http-equiv=Content-Type content='text/html; charset=gb2312'>"),
    "tables": lambda t, p: _body(f"<table><tr><td colspan=2><a>网站首页</a> | <a>政务</a></td></tr><tr><td><table><tr><td><a>栏目一</a></td></tr></table></td><td><font>{t}</font><hr>{'<br><br>'.join('　　' + line for line in p)}</td></tr><tr><td colspan=2>版权所有 电话：0000-000</td></tr></table>", t),
    "parts": lambda t, p: _body(f"<nav><a>网站首页</a></nav><article><h1>{t}</h1><p>2024年02月01日 08:30 | 来源：某某网 | 责任编辑：李四</p><div>{_set(p[: len(p) // 3])}</div><div class=ad><a>买房上某某网，优惠多多</a></div>{RELATED}<div>{_set(p[len(p) // 3 :], 'div')}</div></article>{COMMENTS}<aside><p>昨天，气象台发布寒潮预警，请注意保暖。</p></aside><footer>{FOOT}</footer>", t),
    "misnamed": lambda t, p: _body(f"<div id=print class=share><div class=hot>{_set(p)}</div></div><div class=footer>{FOOT}</div>", t),
    "divisions": lambda t, p: _body(f"{TOP}<h2>{t}</h2>{_set(p, 'div')}<div class=footer>{FOOT}</div>", t),
    "bare": lambda t, p: _body(f"<center><b>{t}</b></center><p>" + "\n<p>".join(p), t),
    "form": lambda t, p: _body(f"<form><select><option>请选择</option></select>{TOP}<span>{t}</span><div>来源：本站　浏览次数：8</div><div id=zoom>{_set(p)}</div><div class=bottom-nav>上一篇：<a>没有了</a></div><div class=footer>{FOOT}</div></form>", t),
}  # fmt: skip


def main() -> None:
    """Print the shares per skeleton, then the real pages."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("--step", type=int, default=11, help="every so manieth report")
    options = parser.parse_args()
    files = sorted((options.shared / "reports").rglob("*.txt"))[:: options.step]
    reports = [[line.strip() for line in Source.from_bytes(file.read_bytes()).text.splitlines()] for file in files]
    print(f"{'skeleton':12}{'lines':>10}{'lost':>6}{'clutter':>9}{'left':>6}")
    for name, skeleton in SKELETONS.items():
        lines, lost, put, left = (
            sum(each) for each in zip(*(_measure(name, skeleton, one) for one in reports), strict=True)
        )
        print(f"{name:12}{lines:>10}{lost:>6}{put:>9}{left:>6}", flush=True)
    for file in sorted((options.shared / "ingest" / "html_policy").glob("*.html")):
        print(f"{file.name[:40]:44} {_real(file)}")


def _measure(name: str, skeleton: Skeleton, report: list[str]) -> tuple[int, int, int, int]:
    report = [line for line in report if _bare(line) and not is_label(line)]
    page = skeleton("某某市2024年政府工作报告", report)
    found = extract_html(page.encode("gb18030" if name == "typed" else "utf-8")).text
    wanted, got = Counter(map(_bare, report)), Counter(map(_bare, found.split("\n")))
    whole = "".join(wanted)
    put = [piece for piece in CLUTTER if piece in page and piece not in whole]
    left = [piece for piece in put if any(piece in line for line in got - wanted)]
    return wanted.total(), (wanted - got).total(), len(put), len(left)


def _real(file: Path) -> str:
    """A real page against the element that holds its article."""
    data = file.read_bytes()
    article = LexborHTMLParser(data).css_first("#UCAP-CONTENT")
    wanted = _bare(article.text()) if article is not None else ""
    found = _bare(extract_html(data).text)
    lost, added = (Counter(wanted) - Counter(found)).total(), (Counter(found) - Counter(wanted)).total()
    return f"{len(wanted):>7} characters, {'equal' if found == wanted else f'lost {lost}, added {added}'}"


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


if __name__ == "__main__":
    main()
