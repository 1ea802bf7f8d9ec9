"""Words of officialese that tell a clause from a name: what a capital in mid-sentence may or may not mean.

Written by hand. Two-syllable words are looked up as they stand in running text, in lower case.
"""

from __future__ import annotations


def _pairs(listed: str) -> frozenset[str]:
    return frozenset(" ".join(pair.split()) for pair in listed.split("|"))


VERBS = _pairs(
    """triển khai|nâng cao|tăng cường|đẩy mạnh|kiện toàn|rà soát|phối hợp|thực hiện|tiếp tục|ban hành|xây dựng|tổ chức
    |hướng dẫn|đôn đốc|kiểm tra|giám sát|tham mưu|chỉ đạo|quán triệt|tuyên truyền|phổ biến|chấn chỉnh|khắc phục|hoàn thiện
    |hoàn thành|đổi mới|bảo đảm|đảm bảo|phát huy|phát triển|huy động|hỗ trợ|giải quyết|xử lý|tiếp nhận|công khai|cập nhật
    |bổ sung|sửa đổi|phê duyệt|ủy quyền|uỷ quyền|quy định|thành lập|phân công|phân cấp|bố trí|cung cấp|khai thác|vận hành
    |áp dụng|đề xuất|kiến nghị|đề nghị|yêu cầu|tổng hợp|đánh giá|cải thiện|duy trì|mở rộng|khuyến khích|thúc đẩy
    |tập trung|chú trọng|quan tâm|chủ động|tích cực|chấp hành|vận động|bồi dưỡng|đào tạo|sắp xếp|tinh giản|thu hút|ứng dụng
    |số hóa|đầu tư|lắp đặt|sửa chữa|nâng cấp|đình chỉ|tạo điều|giao nhiệm|tổng kết|sơ kết|phát động|khen thưởng|xử phạt
    |thanh tra|ngăn chặn|phòng ngừa|góp phần|tạo sự|tạo môi|rút ngắn|cắt giảm|đơn giản|gắn với|lồng ghép|nghiên cứu|theo dõi
    |điều chỉnh|thay thế|bãi bỏ|công bố|thẩm định|lập kế|lập hồ|trình cấp|gửi hồ|nộp hồ|cấp giấy|thu hồi|giải phóng
    """
)
"""First two syllables of the verbs that open clauses of reports."""

SUBJECT_VERBS = frozenset({"quy định", "ban hành", "phê duyệt", "hướng dẫn", "sửa đổi", "công bố", "giao nhiệm", "triển khai"})
"""What a body does in a subject line: `của Chính phủ quy định chi tiết …`."""

LEADS = frozenset({"thực", "việc", "tục", "cường", "trung", "tác", "để", "nhằm", "phải", "cần", "đã", "đang", "sẽ", "được", "và", "trương"})
"""Last syllables of words (thực hiện excepted) behind which a verb follows in lower case."""

FUNCTION_WORDS = frozenset(
    "các những mọi mỗi trong theo nhằm để vì nếu khi nhưng trên tại với bằng và hoặc cũng đã đang sẽ được việc như không"
    " của cho bởi mà thì là có do từ đến về".split()
)
"""Words that name nothing, whatever stands behind them."""

GENERIC = _pairs(
    """văn bản|cơ quan|đơn vị|cán bộ|công chức|viên chức|doanh nghiệp|tổ chức|cá nhân|người dân|hộ kinh|hộ gia|hộ dân|công tác
    |nhiệm vụ|giải pháp|kết quả|chất lượng|hiệu quả|trách nhiệm|nội dung|chính sách|pháp luật|kinh phí|nguồn vốn|nguồn lực
    |lãnh đạo|hệ thống|dịch vụ|công nghệ|thủ tục|hồ sơ|thông tin|dữ liệu|cấp ủy|cấp uỷ|lễ phát|cụm kho|dây chuyền|phân bón
    |cơ chế|quy trình|phương tiện|thiết bị|cơ sở|công trình|hạ tầng|môi trường|tài nguyên|đất đai|số lượng|tỷ lệ|tổng số
    |diện tích|sản lượng|giá trị|chi phí|thời gian|địa bàn|địa phương|lĩnh vực|ngành nghề|mô hình|phong trào|cuộc vận
    """
)
"""First two syllables of nouns that are no name unless a name follows or goes before."""

NAME_HEADS = frozenset(
    """bộ sở ban phòng ủy uỷ hội đảng đoàn cục vụ chi tổng viện trường tòa toà thanh kho ngân quỹ nhà trung công tập liên văn
    chủ phó bí giám trưởng thủ chính quốc hải quân mặt báo tạp cổng trang đài ông bà đồng luật nghị quyết thông kế chương đề
    dự chiến quy chỉ kết hướng điều phụ biên giấy tờ hiệp pháp lệnh hiến tỉnh thành huyện quận thị xã phường thôn bản tổ
    khu cụm đội trạm bệnh học chùa đền đình nghĩa lễ tết ngày tháng năm tuần giải cúp huân huy bằng anh chị cách mạng trái
    internet bác người nhân phần mục khoản điểm mẫu biểu bảng số""".split()
)
"""First syllables of names and titles: a capital there is left to other rules."""

DOCUMENT_TYPES = _pairs(
    """quyết định|kế hoạch|công văn|nghị quyết|nghị định|thông tư|chỉ thị|báo cáo|tờ trình|thông báo|chương trình|đề án
    |kết luận|hướng dẫn|quy định|quy chế|công điện|dự án|chiến lược|quy hoạch|phương án|biên bản|văn bản|giấy phép|hợp đồng
    |giấy mời|giấy chứng|pháp lệnh|hiến pháp|luật số|nội quy|quy chuẩn|tiêu chuẩn|danh mục|phụ lục|điều lệ|quy trình|đề cương
    """
)
"""Types of document, which take a capital when one document is meant."""
