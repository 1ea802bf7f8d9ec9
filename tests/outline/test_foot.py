"""What stands below the body: the signer's name as people have it."""

from __future__ import annotations

import pytest

from reportlint.loaders import load_bytes
from reportlint.pipeline import read_report

REPORT = """BÁO CÁO
Kết quả công tác

Trên đây là báo cáo kết quả công tác./.

Nơi nhận:
- Lưu: VT.

GIÁM ĐỐC

{name}
"""


@pytest.mark.parametrize(
    "name", ["Trần Xuân Hiển", "Thiếu tướng Trần Xuân Hiển", "Y Hlưng", "H'Hen Niê", "LÊ VĂN BA"]
)
def test_the_name_below_the_post_is_the_signers(name: str) -> None:
    outline = read_report(load_bytes(REPORT.format(name=name).encode(), "x.txt")).outline
    assert outline.text("signer_name") == name
