"""The stamp of a digital signature is no text of the report."""

from __future__ import annotations

import pytest

from reportlint.loaders.stamps import stamped
from reportlint.pipeline import lint
from reportlint.settings import Settings

NARROW = [
    "Ký bởi: Ủy ban",
    "nhân dân tỉnh",
    "Email:",
    "ubnd@vidu.gov.vn",
    "Ngày ký: 03-03-2023",
    "16:18:57 +07:00",
]


@pytest.mark.parametrize(
    "lines",
    [
        NARROW,
        ["Người ký: Trần Văn Hưng Email: hung@vidu.gov.vn Thời gian ký: 03.03.2023 16:18:57 +07:00"],
        ["Người ký: Sở Xây dựng", "Cơ quan: tỉnh Bình Định", "Thời gian ký: 3/3/2023 16:18:57"],
    ],
)
def test_knows_a_stamp_from_signer_to_time(lines: list[str]) -> None:
    assert stamped(["GIÁM ĐỐC", *lines, "Trần Văn Hưng"]) == set(range(1, len(lines) + 1))


@pytest.mark.parametrize(
    "lines",
    [
        ["Người ký: Trần Văn Hưng", "Chức vụ: Giám đốc"],
        ["Người ký văn bản chịu trách nhiệm.", "Ngày ký: 03/3/2023"],
        ["Người ký: " + "quy định về thẩm quyền ký văn bản " * 8, "Ngày ký: 03/3/2023"],
    ],
)
def test_other_lines_about_signing_are_text(lines: list[str]) -> None:
    assert not stamped(lines)


def test_nothing_is_said_of_a_stamp_and_the_signer_is_found_behind_it() -> None:
    text = "\n".join(
        ["BÁO CÁO", "Kết quả năm 2023", "Công tác đã xong.", "GIÁM ĐỐC", *NARROW, "Trần Văn Hưng"]
    )
    result = lint(text, Settings(), format="txt")
    assert result.report.outline.text("signer_name") == "Trần Văn Hưng"
    stamp = {block.index for block in result.report.document.blocks if block.kind == "stamp"}
    assert len(stamp) == len(NARROW)
    assert not any(result.report.document.block_at(f.start).index in stamp for f in result.findings)
