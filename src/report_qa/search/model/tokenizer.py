"""Makes the tokenizer of the model: XLM-R's pieces and scores, SentencePiece's normalisation, as `tokenizers` runs it."""

from __future__ import annotations

import io
from collections.abc import Sequence

from tokenizers import AddedToken, Regex, Tokenizer, decoders, normalizers, pre_tokenizers, processors
from tokenizers.models import Unigram

SPECIAL = ("<s>", "<pad>", "</s>", "<unk>")
PAD, UNKNOWN = 1, 3
_SPACE = "▁"


def make_tokenizer(pieces: Sequence[tuple[str, float]], charsmap: bytes) -> Tokenizer:
    """The tokenizer of pieces with their scores, the four special ones first; a piece's position is its id."""
    tokenizer = Tokenizer(Unigram(list(pieces), unk_id=UNKNOWN, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.Precompiled(charsmap), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement=_SPACE, prepend_scheme="always", split=True)
    tokenizer.decoder = decoders.Metaspace(replacement=_SPACE, prepend_scheme="always")
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", pair="<s> $A </s> </s> $B </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    tokenizer.add_special_tokens([AddedToken(token, special=True, normalized=False) for token in SPECIAL])
    return tokenizer


def nmt_nfkc_map() -> bytes:
    """SentencePiece's character map nmt_nfkc, which any SentencePiece model carries; a toy one is trained to get it."""
    from sentencepiece import SentencePieceTrainer, sentencepiece_model_pb2

    written = io.BytesIO()
    SentencePieceTrainer.train(
        sentence_iterator=iter(["hello world foo bar", "a b c d e"] * 50),
        model_writer=written,
        vocab_size=20,
        model_type="unigram",
        normalization_rule_name="nmt_nfkc",
        hard_vocab_limit=False,
        minloglevel=2,
    )
    model = sentencepiece_model_pb2.ModelProto()  # type: ignore[attr-defined]
    model.ParseFromString(written.getvalue())
    return bytes(model.normalizer_spec.precompiled_charsmap)
