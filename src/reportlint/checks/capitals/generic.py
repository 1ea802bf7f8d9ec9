"""Generic nouns of officialese: what one of a kind is called, never a name by itself.

Written by hand; the first two syllables, in small letters, tone marks in the old place.
"""

from __future__ import annotations

from reportlint.patterns import listed

PERSONS = listed(
    """lãnh đạo|chuyên viên|cán bộ|công chức|viên chức|nhân viên|người dân|người lao|người sử|người đứng
    |người có|người dùng|người bệnh|người nộp|người học|hộ dân|hộ gia|hộ kinh|hộ nghèo|hộ cận|cá nhân
    |tập thể|thành viên|đại biểu|đảng viên|đoàn viên|hội viên|học sinh|sinh viên|giáo viên|giảng viên
    |bác sĩ|bệnh nhân|nhà thầu|nhà đầu|doanh nghiệp|đối tượng|công dân|cử tri|khách hàng|khách du
    |thương nhân|ngư dân|chuyên gia|chủ thể|chủ cơ|chủ hộ|chủ rừng|chủ tàu|chủ phương|già làng
    |trưởng thôn|phóng viên|thí sinh|thủ kho|thủ quỹ|lái xe|cơ quan|đơn vị|địa phương"""
)
"""People and those who act: leaders, staff, households, contractors, agencies."""

THINGS = listed(
    """nội dung|nhiệm vụ|giải pháp|chỉ tiêu|tiêu chí|hồ sơ|thủ tục|chính sách|cơ chế|hoạt động|công việc
    |kết quả|kiến nghị|đề xuất|ý kiến|vấn đề|vướng mắc|khó khăn|tồn tại|hạn chế|nguyên nhân|lĩnh vực
    |ngành nghề|hạng mục|nguồn vốn|nguồn lực|khoản chi|khoản thu|chi phí|kinh phí|số liệu|dữ liệu
    |thông tin|biểu mẫu|mẫu biểu|bảng biểu|tài liệu|biện pháp|hình thức|phương pháp|phương thức
    |phương tiện|thiết bị|vật tư|vật liệu|nguyên liệu|nhiên liệu|sản phẩm|hàng hóa|dịch vụ|loại hình
    |loại khoáng|yêu cầu|nguyên tắc|quyền lợi|nghĩa vụ|trách nhiệm|chủ trương|quan điểm|định hướng
    |phạm vi|thời gian|thời hạn|thời điểm|tiến độ|chất lượng|hiệu quả|quy mô|công suất|sản lượng
    |năng suất|giá trị|doanh thu|lợi nhuận|diện tích|số lượng|số tiền|tỷ lệ|tổng số|tổng mức|mức độ
    |trường hợp|tình hình|tình trạng|hiện trạng|thực trạng|vụ việc|vụ án|đơn thư|cuộc họp|buổi làm
    |giống cây|cây trồng|vật nuôi|gia súc|gia cầm|dịch bệnh|thiên tai|sự cố|tai nạn|rủi ro|nguy cơ
    |hành vi|kho chứa|nhà xưởng|dây chuyền|cụm kho|hàng rào|nhà ở|trụ sở|phòng học|máy móc|phân bón
    |thuốc bảo|giấy tờ|chứng từ|tài sản|đất đai|hạ tầng|nhân lực|việc làm|đời sống|thu nhập|chế độ
    |quyền hạn|chức năng|cấp ủy|tổ dân|bản đồ|bản vẽ|mặt bằng|khối lượng|đơn giá|giá thành|giá bán
    |lộ trình|kinh nghiệm|bài học|ưu điểm|nhược điểm|mục đích|ý nghĩa|vai trò|vị trí|đặc điểm|tính chất
    |nhu cầu|khả năng|năng lực|trình độ|kỹ năng|ý thức|thái độ|tinh thần|nhận thức|chuyên môn|nghiệp vụ
    |đội ngũ|lực lượng|biên chế|tiền lương|phụ cấp|lệ phí|tiền thuế|nợ thuế|nợ đọng|ngân sách
    |dự toán|quyết toán|vốn đầu|vốn vay|vốn đối|tiến trình|quá trình|giai đoạn|thành tích|thành tựu
    |kết cấu|lưới điện|đường dây|trạm biến|kênh mương|đê điều|hồ chứa|đập dâng|giao thông nông
    |rác thải|nước thải|khí thải|chất thải|ô nhiễm|cảnh quan|cây xanh|vỉa hè|lòng đường|bãi đỗ
    |quặng tinh|công nghệ|hóa chất|tiền chất|chất nổ|thuốc nổ|kíp nổ|mìn nổ|nhà bếp|bữa ăn|thực phẩm|thuốc men"""
)
"""What reports speak of: tasks, files, figures, means, goods."""

COUNTED = listed(
    """chủ đầu|tổ chức|dự án|tiểu dự|công trình|gói thầu|mô hình|hệ thống|phần mềm|nền tảng|ứng dụng
    |tuyến đường|khu vực|địa bàn|khu dân|trường học|bệnh viện|nhà trường|thôn bản|cụm công|khu công
    |khu chế|làng nghề|nhà máy|xí nghiệp|cửa hàng|siêu thị|trang trại|điểm trường|điểm du|hợp tác
    |cơ sở|ban ngành|phòng ban|phong trào|cuộc vận|quy trình|quy chuẩn|tiêu chuẩn|phương án|mục tiêu
    |điều kiện|văn bản|lớp tập|hội nghị|cuộc thi|đợt kiểm|mỏ khoáng|điểm mỏ|khoáng sản|nông dân
    |công nhân|lao động|nhà văn|điểm nghẽn|điểm nóng|câu lạc|đội văn|tổ hợp|chợ truyền|di tích
    |lễ hội|sự kiện|chuyên đề|chuyên mục|tin bài|phóng sự|bài viết|sáng kiến|đề tài|nhiệm kỳ|khóa học
    |ngành hàng|chuỗi liên|vùng nguyên|vùng trồng|vùng sản|điểm bán|kho hàng|bến bãi|cảng cá|tàu cá
    |hồ đập|trạm bơm|cống tiêu|cầu cống|đoàn kiểm|đoàn công|bộ phận|phụ huynh|thiết chế"""
)
"""What may begin a name in the singular but is common behind các, những, mọi."""

PLAIN = PERSONS | THINGS
NOUNS = PLAIN | COUNTED
PLURALS = listed("các|những|mọi|từng|mỗi")
"""Words that make a noun common."""
SUBJECTS = listed(
    """cổng|cửa|nhà|kho|tường|mái|sàn|nền|móng|cột|dây|máy|bể|hàng|đường|nước|đất|rừng|cây|lúa|ngô|giá|vốn|thuế
    |phí|xe|tàu|thuyền|điện|trâu|bò|lợn|gà|cá|tôm|chợ|bãi|mỏ|ruộng|thuốc|giống|đá|cát|thép|gạch"""
)
"""Nouns of one syllable that a capital does not make a name when a verb follows."""
COPULAS = listed("được|có|là|do|phải|đã|đang|sẽ|bị|không|chưa|cao|tăng|giảm|đạt")
"""What follows the subject of a clause."""
