"""Why an edit is not made, where several formats say the same."""

from __future__ import annotations

from reportlint.said import Said

SYNTHETIC_TEXT = Said(
    "chỗ sửa nằm ở chữ không có trong tệp (số thứ tự tự động, dấu ngắt dòng)",
    "it lies in text that is not in the file (automatic numbers, line breaks)",
)
ACROSS = Said("chỗ sửa vắt qua nhiều đoạn hoặc ô của bảng", "it runs over several paragraphs or cells")
NOTE_MARK = Said("chỗ sửa nằm ngay chỗ đánh dấu chú thích", "it lies at a footnote mark")
LEGACY = Said("chỗ sửa dùng phông chữ cũ (TCVN3, VNI)", "it is set in an old font (TCVN3, VNI)")
SIGNED = Said(
    "tệp đã ký số, sửa sẽ làm mất hiệu lực chữ ký; nếu vẫn muốn sửa, hãy dùng --force-signed",
    "the file is signed, a change would void the signature; --force-signed does it all the same",
)
