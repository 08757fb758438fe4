"""Very many sentences such as work reports are made of."""

from __future__ import annotations

STARTS = ("全市", "持续", "着力", "深入", "统筹", "加快", "坚持", "扩大", "严格", "有序", "积极")
MIDDLES = (
    "优化营商环境，审批事项压减三成以上，新登记经营主体{n}万户",
    "办好民生实事，改造老旧小区{n}个，新增公办幼儿园学位1.2万个",
    "推进乡村振兴，粮食总产量达到{n}亿斤，农村居民收入增长7.3%",
    "防范化解风险，生产安全事故起数下降{n}%，隐患整改率超过九成",
    "发展现代化产业，新能源装机容量突破{n}万千瓦，数字经济占比提高",
    "保护生态环境，森林覆盖率提高到{n}%，地表水优良比例达到100%",
    "推动高水平开放，进出口总额完成{n}亿元，中欧班列常态化开行",
    "提升城市功能，建成口袋公园{n}处，新增停车泊位和充电桩1.8万个",
    "支持科技创新，高新技术企业达到{n}家，研发投入强度再创新高",
    "完善社会保障，城镇新增就业{n}万人，养老床位和托位同步增加",
    "繁荣文化事业，举办惠民演出{n}场，博物馆图书馆全部免费开放",
    "抓好项目建设，省市重点项目完成投资{n}亿元，落地率居前列",
    "深化重点改革，国企市场化转型取得突破，盘活存量资产{n}亿元",
)
ENDS = (
    "，成效明显。",
    "，群众获得感不断增强。",
    "。",
    "，社会大局和谐稳定。",
    "，走在全省前列！",
    "，增速高于预期。",
    "，发展后劲更足。",
)


def sentence(number: int) -> str:
    """One of very many sentences of a report."""
    middle = MIDDLES[number * 5 % len(MIDDLES)].format(n=number * 7 % 389 + 3)
    return STARTS[number % len(STARTS)] + middle + ENDS[number * 3 % len(ENDS)]


SENTENCES = tuple(sentence(number) for number in range(400))
