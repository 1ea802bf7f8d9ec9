"""Words of officialese that tell a clause from a name: what a capital in mid-sentence may or may not mean.

Written by hand. Two-syllable words are looked up as they stand in running text, in lower case.
"""

from __future__ import annotations

from reportlint.patterns import listed

VERBS = listed(
    """triển khai|nâng cao|tăng cường|đẩy mạnh|kiện toàn|rà soát|phối hợp|thực hiện|tiếp tục|ban hành
    |xây dựng|tổ chức|hướng dẫn|đôn đốc|kiểm tra|giám sát|tham mưu|chỉ đạo|quán triệt|tuyên truyền
    |phổ biến|chấn chỉnh|khắc phục|hoàn thiện|hoàn thành|đổi mới|bảo đảm|đảm bảo|phát huy|phát triển
    |huy động|hỗ trợ|giải quyết|xử lý|tiếp nhận|công khai|cập nhật|bổ sung|sửa đổi|phê duyệt|ủy quyền
    |uỷ quyền|quy định|thành lập|phân công|phân cấp|bố trí|cung cấp|khai thác|vận hành|áp dụng|đề xuất
    |kiến nghị|đề nghị|yêu cầu|tổng hợp|đánh giá|cải thiện|duy trì|mở rộng|khuyến khích|thúc đẩy
    |tập trung|chú trọng|quan tâm|chủ động|tích cực|chấp hành|vận động|bồi dưỡng|đào tạo|sắp xếp
    |tinh giản|thu hút|ứng dụng|số hóa|đầu tư|lắp đặt|sửa chữa|nâng cấp|đình chỉ|tạo điều|giao nhiệm
    |tổng kết|sơ kết|phát động|khen thưởng|xử phạt|thanh tra|ngăn chặn|phòng ngừa|góp phần|tạo sự
    |tạo môi|rút ngắn|cắt giảm|đơn giản|gắn với|lồng ghép|nghiên cứu|theo dõi|điều chỉnh|thay thế|bãi bỏ
    |công bố|thẩm định|lập kế|lập hồ|trình cấp|gửi hồ|nộp hồ|cấp giấy|thu hồi|giải phóng|phê chuẩn|chấp thuận|công nhận|bổ nhiệm|miễn nhiệm|điều động
    |cấp lại|cấp mới|cấp đổi|gia hạn|quay video|quay phim|chào mừng|ký kết|tham gia|tham dự|phát hiện|vận chuyển|trao đổi|học tập"""
)
"""First two syllables of the verbs that open clauses of reports."""

SUBJECT_VERBS = listed("""quy định|ban hành|phê duyệt|hướng dẫn|sửa đổi|công bố|giao nhiệm|triển khai""")
"""What a body does in a subject line: `của Chính phủ quy định chi tiết …`."""


FUNCTION_WORDS = listed(
    """các|những|mọi|mỗi|trong|theo|nhằm|để|vì|nếu|khi|nhưng|trên|tại|với|bằng|và|hoặc|cũng|đã|đang|sẽ|được
    |việc|như|không|của|cho|bởi|mà|thì|là|có|do|từ|đến|về|nhiều|hầu"""
)
"""Words that name nothing, whatever stands behind them."""

GENERIC = listed(
    """văn bản|cơ quan|đơn vị|cán bộ|công chức|viên chức|doanh nghiệp|tổ chức|cá nhân|người dân|hộ kinh
    |hộ gia|hộ dân|công tác|nhiệm vụ|giải pháp|kết quả|chất lượng|hiệu quả|trách nhiệm|nội dung
    |chính sách|pháp luật|kinh phí|nguồn vốn|nguồn lực|lãnh đạo|hệ thống|dịch vụ|công nghệ|thủ tục|hồ sơ
    |thông tin|dữ liệu|cấp ủy|cấp uỷ|lễ phát|cụm kho|dây chuyền|phân bón|cơ chế|quy trình|phương tiện
    |thiết bị|cơ sở|công trình|hạ tầng|môi trường|tài nguyên|đất đai|số lượng|tỷ lệ|tổng số|diện tích
    |sản lượng|giá trị|chi phí|thời gian|địa bàn|địa phương|lĩnh vực|ngành nghề|mô hình|phong trào
    |cuộc vận"""
)
"""First two syllables of nouns that are no name unless a name follows or goes before."""

DOCUMENT_TYPES = listed(
    """quyết định|kế hoạch|công văn|nghị quyết|nghị định|thông tư|chỉ thị|báo cáo|tờ trình|thông báo
    |chương trình|đề án|kết luận|hướng dẫn|quy định|quy chế|công điện|dự án|chiến lược|quy hoạch
    |phương án|biên bản|văn bản|giấy phép|hợp đồng|giấy mời|giấy chứng|pháp lệnh|hiến pháp|luật số
    |nội quy|quy chuẩn|tiêu chuẩn|danh mục|phụ lục|điều lệ|quy trình|đề cương"""
)
"""Types of document, which take a capital when one document is meant."""

SPECIAL = listed(
    """nhân dân|nhà nước|cổng thông|cổng dịch|trung ương|chính phủ|quốc hội|chính quyền|thủ tướng|thủ trưởng|chủ tịch|giám đốc
    |bí thư|phó chủ|phó giám|phó bí|văn phòng|hội đồng|ủy ban|uỷ ban|công ty|tổng công|tập đoàn|công an
    |quân đội|thanh tra|trung tâm|bộ phận|bộ trưởng|ban chỉ|ban quản|đại hội|hội nghị|kỳ họp|mặt trận
    |tổ quốc|đảng bộ|đảng ủy|đảng uỷ|tỉnh ủy|huyện ủy|thành ủy|chi bộ|cổ phần|tòa án|viện kiểm|kho bạc
    |ngân hàng|đoàn thanh|công đoàn|trưởng phòng|chánh văn|tết nguyên|cách mạng|quốc khánh|quốc lộ
    |tỉnh lộ|điều lệ|điều kiện|tổ công|đoàn kiểm|đoàn công|lãnh thổ|chủ đầu|dân tộc|quốc gia|công thương
    |cơ sở|hệ thống|chỉ số|tuần lễ|tháng hành|ngày hội|lễ hội|cuộc vận|phong trào|chuyển đổi"""
)
"""Words that stand with and without a capital by right, in one report."""
ROMAN = frozenset({"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"})
"""Numbers that may follow a word and make a name of it, or stand in brackets before an item."""
SPECIAL_SYLLABLES = listed(
    """đảng|bác|bộ|sở|phòng|ban|ngành|tỉnh|huyện|xã|phường|thôn|khu|cụm|kho|mỏ|nhà|trường|quận|luật|điều"""
)
NAME_LEADS = listed(
    """đề án|chương trình|cuộc thi|hội thi|phong trào|dự án|mục tiêu|chủ đề|chuyên đề|mô hình|phần mềm
    |nền tảng|chuyên mục|hội thảo|hội nghị|quốc gia|diễn đàn|câu lạc|lạc bộ|chiến dịch|giải thưởng
    |danh hiệu|huân chương|bằng khen|tiêu chuẩn|quy chuẩn|chứng chỉ|giấy phép|công ty|ứng dụng di
    |chiến lược|luật|tháng|ngày|lớp|đội|tổ|khoa|nghề|môn|ông|bà|đồng chí|khối|cổ phần|tư nhân
    |trách nhiệm hữu|hợp tác xã|doanh nghiệp|gói thầu|trang|báo|đài|cổng|quỹ|giải|hội|bộ|ban"""
)
"""Words behind which a name may begin with a capital."""
BREAKS = listed(
    """của|về|trong|tại|với|cho|để|các|những|là|có|đã|được|theo|từ|đến|trên|do|bởi|qua|đối|như|nhằm|phải"""
)
"""Words of the sentence that end a name before them; `và` does so unless it stands next to the word."""
COMMON = listed(
    """cấp ủy|cấp uỷ|công nghệ|dịch vụ|hộ kinh|lãnh đạo|cán bộ|công chức|viên chức|doanh nghiệp|cơ quan
    |đơn vị|địa phương|người dân|thủ tục|pháp luật|chính sách|cụm kho|dây chuyền|phân bón|lễ phát
    |thiết bị|công tác|nhiệm vụ|giải pháp|kết quả|cá nhân|chất lượng|hiệu quả|trách nhiệm|kinh phí
    |nguồn vốn|nguồn lực|hộ gia|hộ dân|hồ sơ|thông tin|cơ chế|phương tiện|hạ tầng|số lượng|tỷ lệ
    |diện tích|sản lượng|giá trị|chi phí|thời gian|địa bàn|lĩnh vực|cải cách"""
)
"""First two syllables of common nouns that stand small inside a sentence when no name goes before or follows."""
