"""Smalltalk: greetings, thanks, goodbyes, praise and complaint, and questions about the service itself."""

from __future__ import annotations

import re
from typing import Literal

SmalltalkKind = Literal["hello", "thanks", "bye", "who", "able"]

_MARKS = r"[\s,，。.!！~～?？、…:：;；^_\-—]"
_THANKS = (
    r"(?:非常|十分|太|多|万分|真是?|实在)?(?:谢谢|感谢|多谢|谢啦|谢了|谢过|3q|thx)|辛苦|有劳|麻烦(?:你|您)?了|帮(?:了|到)(?:我)?(?:个)?(?:大)?忙"
    r"|\b(?:many )?thanks?(?: you| a (?:lot|bunch|million))?\b|\bty\b|\bcheers\b|\bappreciate(?: it| that)?\b|\bmuch obliged\b"
)
_BYE = r"再见|拜拜?|回见|回头见|下次见|明天见|晚安|先(?:走|撤|下)了|没(?:有)?(?:别的)?(?:事|问题)了|不用了|没有了|先这样|就这些|就这样|\b(?:good ?bye|bye+|see (?:you|ya)(?: later| soon)?|good ?night|that'?s all|take care)\b"
_HELLO = (
    r"(?:你|您|大家|各位)?好[呀啊哇]?(?![的])|哈[喽啰罗]|嗨|嘿|喂|早安|午安|早(?:上好|啊|呀)?|上午好|中午好|下午好|晚上好|(?:有人)?在(?:吗|么|不在|不|线吗)|有人(?:吗|在吗|么)|吃了(?:吗|没)|最近(?:怎么样|好吗|忙吗)|初次见面|很高兴认识(?:你|您)?"
    r"|\b(?:hi+|hello+|hey+|yo|howdy|greetings|good (?:morning|afternoon|evening|day)|how(?:'s| is) it going|how are (?:you|u)(?: doing)?(?: today)?|what'?s up|nice to meet you|anyone (?:there|here)|are you there)\b"
)
_REACTION = (
    r"好(?:的|嘞|滴|吧|极了|用)?|行|可以|嗯+|哦+|噢+|啊+|哈+|呵+|嘻+|额+|呃+|(?:我)?(?:明白|知道|清楚|懂|了解|收到|记住)了?|原来如此|原来是这样|是这样|这样(?:啊|呀|子)?|不错|厉害|真?棒|牛|赞|点赞|完美|优秀|聪明|专业|给力|满意|有意思|有用|没用|不好用|太差了?|讲得|说得|答得|回答得|解释得|查得|很|挺|真|太|非常|这么|那么|清楚|明白|详细|快|准|到位|仔细|全"
    r"|\b(?:ok+(?:ay)?|okey|alright|all right|sure|fine|got it|i see|understood|great|nice(?: work| job)?|good(?: job| work)?|well done|awesome|cool|perfect|wonderful|excellent|amazing|lovely|brilliant|haha+|lol|wow|yes|yeah|no problem|never ?mind|very|so|really|clear|helpful|useful|that (?:was|is)|that's|this is|it is|it's|for|your|the|help|answer|and|you|are|were|have been|a|much|me)\b"
)
_PARTICLE = r"的|呀|啊|哦|哈|呢|啦|了|吗|么|嘛|吧|呗|哟|噢|哇|你|您|我|他|们|个|服务|小助手|助手|机器人|朋友|老师|同志|亲|下|都|也|就|还|先|there|again|everyone|all|bot"
_SMALL = re.compile(rf"(?:{_THANKS}|{_BYE}|{_HELLO}|{_REACTION}|{_PARTICLE}|{_MARKS})+", re.IGNORECASE)
_MARKED = re.compile(rf"{_THANKS}|{_BYE}|{_HELLO}|{_REACTION}", re.IGNORECASE)

_YOU = r"(?:你们?|您|(?:这个?|你这)?(?:机器人|小?助手|客服|系统|网站|工具|软件|程序|服务|聊天框))(?!们?(?:市|省|县|区|州|国|政府|那|厅|局|单位|镇|村))"
_END = rf"(?:的|了|没|呢|呀|啊|吗|嘛|吧|哦|啦|来着|{_MARKS})*$"
_WHO = re.compile(
    rf"{_YOU}(?:到底|究竟|其实)?(?:是|算)(?:个)?(?:谁|啥|什么|哪位|何方神圣|真人|活人|人工|人|机器人?|程序|AI|人类|男|女|chatgpt|什么(?:东西|模型|来头))(?:还是.{{1,8}})?{_END}"
    rf"|{_YOU}(?:的)?(?:名字)?(?:叫|姓)(?:做|个)?(?:什么|啥)|{_YOU}(?:的)?(?:名字|大名)(?:是)?|{_YOU}(?:几岁|多大了?|几年级|住哪|吃饭|会累|有感情|结婚){_END}|(?:是)?谁(?:开发|做|造|创造|设计|训练|搞)(?:的|了|出来的?)?(?:你|您|这个?(?:机器人|系统|网站|工具|软件|助手))"
    rf"|(?:你|您|对面)?是不是(?:真人|机器人|人工智能|人工|AI|程序){_END}|(?:真人|机器人|人工)还是(?:真人|机器人|人工|程序)|(?:您|你)(?:贵姓|贵庚)|(?:介绍|说说|讲讲)(?:一?下)?(?:你|您)(?:自己|是谁)?{_END}|自我介绍"
    r"|\bwho (?:are|r) (?:you|u)\b|\bwhat are you\b|what(?:'s| is) your name|\bare you (?:an? |really |actually )?(?:human|real|robot|bot|ai|machine|person|chatgpt|program|alive)\b|\bwho (?:made|built|created|wrote|developed|runs) (?:you|this)|(?:introduce|tell me about) yourself|am i (?:talking|speaking|chatting) (?:to|with)",
    re.IGNORECASE,
)
_ABLE = re.compile(
    rf"{_YOU}(?:都)?(?:能|会|可以|懂)(?:帮(?:我|忙|大家|人)?|为我|给我)?(?:做|干|回答|解答|解决|告诉(?:我)?|查|提供|处理|办|说|聊)?(?:到|出)?(?:些|点)?(?:什么|啥|哪些|哪方面|嘛|几样)(?:样)?(?:的)?(?:事情?|忙|问题|内容|东西|信息|方面|服务|功能|活儿?|话题)?{_END}"
    rf"|{_YOU}(?:有|具备)(?:什么|啥|哪些)(?:用处?|功能|本事|能力|特长|服务)|{_YOU}(?:是)?(?:干|做)(?:什么|啥|嘛)(?:的|用)?{_END}|{_YOU}?(?:该|要)?(?:怎么|如何)(?:使|用|使用|问|操作|提问)(?:你|您|它|法)?{_END}|(?:我)?(?:能|可以|该)(?:向|跟|找)?(?:你|您)?(?:问|查|了解)(?:你|您)?(?:些|点)?(?:什么|啥|哪些)(?:问题|内容|东西)?{_END}"
    rf"|(?:怎么|如何)(?:使用|用|问|提问|操作)(?:你|您|这个.{{0,6}})?{_END}|^(?:帮助|使用说明|功能|说明书?|帮忙|help|menu|start){_END}|{_YOU}(?:会|能)(?:不会|不能)?(?:聊天|说话|听懂|唱歌|讲话|帮(?:我|忙))(?:吗|么|不)?{_END}|{_YOU}(?:靠谱|靠得住|准|可信|聪明|厉害|懂|听得懂)(?:吗|么|不[靠准可聪]?.{{0,2}}){_END}"
    r"|\bwhat (?:can|could|do|else can) (?:you|u|this (?:bot|service|tool|site)) (?:do|answer|tell|help|offer|know)|\bhow (?:can|could) you help|\bwhat (?:can|should|may|could) i ask|\bhow (?:do|can|does|should) (?:i|you|this|it) (?:use|work)\b|what (?:is|are) (?:this (?:bot|service|tool|site|page)|you) for|\bcan you help(?: me)?(?: out)?\s*[?.!]*$|what (?:kind|sort)s? of (?:questions|things) (?:can|do)|do you (?:speak|understand) (?:english|chinese)",
    re.IGNORECASE,
)


def smalltalk_of(text: str) -> SmalltalkKind | None:
    """What kind of smalltalk a clean turn is, None where it asks something of the report."""
    bare = text.strip()
    if _WHO.search(bare):
        return "who"
    if _ABLE.search(bare):
        return "able"
    if not _SMALL.fullmatch(bare) or not _MARKED.search(bare):
        return None
    if re.search(_THANKS, bare, re.IGNORECASE):
        return "thanks"
    return "bye" if re.search(_BYE, bare, re.IGNORECASE) else "hello"
