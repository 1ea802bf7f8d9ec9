"""The words of the page, in Vietnamese and English."""

from __future__ import annotations

ERRORS = {
    "vi": {
        "host": "Địa chỉ không phải của trang này. Hãy mở đúng địa chỉ mà reportlint serve đã in ra.",
        "token": "Địa chỉ thiếu mã truy cập, hoặc mã của lần chạy trước. Hãy mở đúng địa chỉ mà reportlint serve đã in ra.",
        "origin": "Yêu cầu đến từ một trang khác nên không được thực hiện.",
        "length": "Yêu cầu không ghi kích thước nên không được thực hiện.",
        "big": "Tệp lớn hơn 50 MB, không nhận được.",
        "task": "Không có trang này.",
        "form": "Yêu cầu không đúng dạng nên không được thực hiện.",
        "name": "Tên tệp không hợp lệ: cần tên tệp, không kèm đường dẫn.",
        "kind": "Loại tệp này không đọc được; nhận Word (.docx), ODT, PDF, Markdown, văn bản thuần và HTML.",
        "busy": "Đang có quá nhiều tệp chờ kiểm tra; hãy thử lại sau ít phút.",
        "slow": "Đã dừng vì tệp này cần hơn {} giây. Các tệp khác không bị ảnh hưởng.",
        "crash": "Chương trình gặp lỗi khi đọc tệp này, đây là lỗi của chúng tôi. Các tệp khác không bị ảnh hưởng.",
        "settings": "Cấu hình sai: {}",
    },
    "en": {
        "host": "This is not the address of the page. Open the one that reportlint serve has printed.",
        "token": "The address has no token, or that of an earlier run. Open the one that reportlint serve has printed.",
        "origin": "The request comes from another page and was not done.",
        "length": "The request does not say its size and was not done.",
        "big": "The file is larger than 50 MB.",
        "task": "There is no such page.",
        "form": "The request has the wrong form and was not done.",
        "name": "The name is not that of a file: no path may come with it.",
        "kind": "This kind of file cannot be read; Word (.docx), ODT, PDF, Markdown, plain text and HTML can.",
        "busy": "Too many files are waiting; try again in a few minutes.",
        "slow": "Stopped: this file needs more than {} seconds. The others are not affected.",
        "crash": "The program failed on this file, this is a fault of ours. The others are not affected.",
        "settings": "The configuration is wrong: {}",
    },
}  # fmt: skip

PAGE = {
    "vi": {
        "title": "Soát báo cáo", "lead": "Kéo báo cáo vào đây để xem những chỗ cần sửa trước khi trình ký",
        "pick": "Chọn tệp…", "kinds": "Word (.docx), ODT, PDF, Markdown, văn bản, HTML · nhiều tệp một lần, mỗi tệp đến 50 MB",
        "private": "Tệp chỉ được đọc trên máy này: không gửi đi đâu, không lưu lại. Tệp gốc không bị thay đổi.",
        "add": "Thêm tệp…", "drop": "Thả tệp để kiểm tra", "theme": "Sáng/tối", "quit": "Kết thúc", "files": "Các báo cáo",
        "annotated": "Bản có ghi chú", "fixed": "Bản đã sửa", "sheet": "Phiếu rà soát", "downloads": "Tải về",
        "view_text": "Nội dung", "view_findings": "Các chỗ cần xem", "view_summary": "Tóm tắt", "view_cited": "Văn bản viện dẫn", "views": "Phần đang xem",
        "keys": "j, k: chỗ sau, chỗ trước · a: nhận sửa, đã xem · x: bỏ qua · 1, 2, 3: ẩn hiện mức · t: sáng, tối",
    },
    "en": {
        "title": "Check a report", "lead": "Drop a report here to see what to mend before it is signed",
        "pick": "Choose files…", "kinds": "Word (.docx), ODT, PDF, Markdown, text, HTML · several at once, up to 50 MB each",
        "private": "Files are read on this machine only: nothing is sent anywhere, nothing is kept. The file itself is not changed.",
        "add": "Add files…", "drop": "Drop to check", "theme": "Light/dark", "quit": "Quit", "files": "Reports",
        "annotated": "Copy with remarks", "fixed": "Mended copy", "sheet": "Review sheet", "downloads": "Download",
        "view_text": "Text", "view_findings": "Findings", "view_summary": "Summary", "view_cited": "Documents cited", "views": "Part shown",
        "keys": "j, k: next, previous · a: accept, seen · x: ignore · 1, 2, 3: toggle severity · t: theme",
    },
}  # fmt: skip

SCRIPT = {
    "vi": {
        "reading": "đang đọc…", "waiting": "đang chờ…", "clean": "không có gì phải sửa", "failed": "không đọc được", "close": "Bỏ {name} khỏi trang",
        "error": "phải sửa", "warning": "nên sửa", "info": "xem xét", "accept": "Nhận sửa", "seen": "Đã xem", "ignore": "Bỏ qua",
        "state": "Đã quyết", "open": "chưa quyết", "done": "nhận sửa, đã xem", "out": "bỏ qua", "progress": "Đã quyết {done}/{all}",
        "big": "Tệp lớn hơn 50 MB, không nhận được.", "many": "Trang này nhận nhiều nhất {n} tệp; hãy bỏ bớt rồi thêm tiếp.", "gone": "Không liên lạc được với chương trình: có thể reportlint serve đã dừng.",
        "unreadable": "Trình duyệt không đọc được tệp này.", "made_annotate": "{name}: {comments} lời bình, {tracked} chỗ sửa để chấp nhận từng chỗ.",
        "made_fix": "{name}: đã sửa {repaired} chỗ.", "made_sheet": "{name}: mở bằng trình duyệt để xem, in và ký.", "left": "{n} chỗ không sửa được: {why}.",
        "no_annotate": "Loại tệp này không có chỗ ghi lời bình", "no_fix": "Loại tệp này không sửa được tại đây", "nothing_accepted": "Chưa nhận chỗ sửa nào",
        "ended": "Đã kết thúc. Có thể đóng trang này.", "leave": "Các quyết định trên trang sẽ mất.", "checked": "{name}: {n} chỗ cần xem",
    },
    "en": {
        "reading": "reading…", "waiting": "waiting…", "clean": "nothing to mend", "failed": "could not be read", "close": "Take {name} off the page",
        "error": "must be mended", "warning": "should be mended", "info": "to consider", "accept": "Accept fix", "seen": "Seen", "ignore": "Ignore",
        "state": "Decided", "open": "open", "done": "accepted, seen", "out": "ignored", "progress": "{done} of {all} decided",
        "big": "The file is larger than 50 MB.", "many": "The page takes {n} files at most; take some off first.", "gone": "The program does not answer: reportlint serve may have ended.",
        "unreadable": "The browser cannot read this file.", "made_annotate": "{name}: {comments} remarks, {tracked} tracked changes.",
        "made_fix": "{name}: {repaired} repaired.", "made_sheet": "{name}: open it in a browser to read, print and sign.", "left": "{n} could not be repaired: {why}.",
        "no_annotate": "This kind of file has no place for remarks", "no_fix": "This kind of file cannot be repaired here", "nothing_accepted": "No fix is accepted yet",
        "ended": "Ended. This page can be closed.", "leave": "The decisions on the page will be lost.", "checked": "{name}: {n} findings",
    },
}  # fmt: skip
"""What the script says; words in braces are put in by it."""
