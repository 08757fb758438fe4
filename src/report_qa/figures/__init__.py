"""What a report measures: every printed quantity with its metric, change, period, status and places.

`read.read_figures` is the front door. Conventions of the ledger:

- `metric` is in the report's own words, put together from several places where the report prints a head, a verb or a
  subject once for many numbers (引进人才5509人、专家26人: 引进专家). It is never empty and at most 30 characters long.
- 城乡居民… with two numbers is two metrics, 城镇居民… and 农村居民…, in this order.
- A share is named with what it is a share of: 粮食产量占全省比重.
- What a sentence says of counted things is named with them: 重大项目完成投资, 重大项目竣工.
  What they came to is named behind them (招商项目开工), unless it stands before another number (21个项目开工5个).
- A bare verb or bare money takes the words behind it (投资5.8亿元，启动建设基地: 投资启动建设基地).
- `change` is null where the report only names an amount (完成投资100亿元); a number that a change starts from (从75%) has
  no change, is an actual, and lies in the year printed with it, else in the year that its sentence compares with, else a
  year before the period reported. A year that a change ends in (增加到2021年的62亿元) dates that number alone.
- 年均, 平均每年 and 人均 stay in `change`; a goal of growth (增长预期目标) has the change 增长.
- A remark is that of the value that a change ends in; as many ranks as figures are one each.
- Not recorded: a part of a name (360科创园), 全国7个示范区之一, and ages in the names of child care (0—3岁婴幼儿照护).
- A doubling (翻番) has the value 2 and no unit; a fraction (三分之一) is rounded to four places; 一半 is 0.5.
"""
