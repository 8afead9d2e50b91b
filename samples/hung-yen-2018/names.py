"""Words that invented villages and people are put together from.

Given names are kept clear of combinations that would give the full name of a well-known person.
"""

# Villages of a xã. A series is used from its beginning.
VILLAGE_SERIES = [
    ["Trung", "Đông", "Đoài", "Nam", "Bắc"],
    ["Thượng", "Trung", "Hạ", "Ngoài Đê"],
    ["Nội", "Ngoại", "Tiền", "Hậu"],
    ["1", "2", "3", "4", "5"],
    ["Số 1", "Số 2", "Số 3", "Số 4", "Số 5"],
    ["Đình", "Chùa", "Chợ", "Bến"],
    ["Mai Viên Đông", "Mai Viên Tây", "Mai Viên Trung"],
    ["Lạc Thượng", "Lạc Trung", "Lạc Hạ", "Lạc Ngoại"],
    ["Phương Trù Đông", "Phương Trù Tây", "Phương Trù Ngoại"],
    ["Tân Hòa 1", "Tân Hòa 2", "Tân Hòa 3"],
    ["Xuân Đình", "Hạ Đình", "Thu Đình", "Đông Đình"],
]
VILLAGE_NAMES = [
    "Bãi", "Bến", "Cầu", "Chợ", "Cửa Đình", "Dâu", "Dưỡng", "Đa", "Đầm", "Đọ", "Gạo", "Gò",
    "Hầu", "Hòa Bình", "Hoà Mục", "Thuỷ Nguyên", "Thủy Trúc", "Ỷ Lan", "Lò Gốm", "Lường", "Mả Tre",
    "Mạ", "Ma Sen", "Mới", "Ngò", "Nghè", "Ninh", "Nhội", "Ốc", "Ổ", "Phủ", "Quán Đỏ", "Quýt",
    "Sậy", "Tía", "Tràng", "Trại Ổi", "Trại Dâu Ngoài", "Vàng", "Võng", "Ước Lễ", "Vườn Cam",
    "Trại Giống Lúa Đồng Chùa", "Vạn Chài Ngoài Đê Bối", "Đồng Mới Cầu Ghềnh Hạ",
    "Nguyễn Thiện Khê", "Trần Quang Diệu", "Phạm Bạch Hổ", "Lương Văn Can", "Bà Triệu",
    "Hoàng Văn Thụ", "Võ Thị Tường",
]
VILLAGE_FIRST = [
    "An", "Bảo", "Bình", "Cẩm", "Cao", "Duyên", "Đan", "Đằng", "Đức", "Hào", "Hòa", "Kênh", "Khê",
    "Kim", "Lai", "Lưu", "Mậu", "Mão", "Nghi", "Ngọc", "Nhạn", "Phúc", "Quế", "Sài", "Thanh",
    "Thiết", "Thịnh", "Tống", "Trúc", "Uyên", "Vân", "Xích", "Yên",
]
VILLAGE_LAST = [
    "Cầu", "Châu", "Chiểu", "Duệ", "Điền", "Đôi", "Hạ", "Kiều", "La", "Lạc", "Lộ", "Lợi", "Mỗ",
    "Nhuế", "Ngoại", "Phố", "Quán", "Quyển", "Sở", "Thái", "Thọ", "Thượng", "Tỉnh", "Trạch", "Tràng",
    "Triền", "Vệ", "Viên", "Vĩ", "Vực", "Xá", "Xuyên",
]

# Khu phố of a phường or thị trấn.
TOWN_SERIES = [
    ["Số 1", "Số 2", "Số 3", "Số 4", "Số 5"],
    ["1", "2", "3", "4", "5"],
    ["Trung", "Đông", "Tây", "Nam", "Bắc"],
    ["Chợ Cũ", "Chợ Mới", "Bến Xe", "Nhà Máy Nước"],
]
TOWN_NAMES = [
    "Bà Triệu", "Bạch Đằng", "Cầu Treo", "Chùa Chuông", "Điện Biên", "Đinh Điền", "Hải Thượng Lãn Ông",
    "Hồ Bán Nguyệt", "Lê Hồng Phong", "Lê Thị Hồng Gấm", "Lương Văn Can", "Nguyễn Công Hoan",
    "Nguyễn Lương Bằng", "Nguyễn Thiện Thuật", "Nguyễn Văn Trỗi", "Phan Chu Trinh",
    "Phan Đình Phùng", "Phạm Ngũ Lão", "Phố Vạn", "Tân Nhân", "Tô Hiệu", "Trưng Trắc",
    "Trưng Nhị", "Tuệ Tĩnh", "Văn Miếu", "Vườn Hoa", "Yên Lịch", "Bãi Sậy", "Cộng Hòa", "Ga Cũ",
    "Khu Tập Thể Nhà Máy May Cũ",
]

# A family stands here as often as it is common.
FAMILIES = (
    ["Nguyễn"] * 12 + ["Trần"] * 5 + ["Lê"] * 4 + ["Phạm"] * 4 + ["Hoàng"] * 3 + ["Vũ"] * 3
    + ["Đỗ"] * 3 + ["Đào"] * 2 + ["Bùi"] * 2 + ["Đặng"] * 2
    + ["Dương", "Lương", "Chu", "Ngô", "Phan", "Trịnh", "Cao", "Hà", "Tạ", "Quách", "Lưu", "Doãn",
       "Khúc", "Luyện", "Giang", "Khổng", "Nhữ", "Ninh", "Ôn", "Âu Dương"]
)
MEN_MIDDLE = (
    ["Văn"] * 24 + ["Đức"] * 6 + ["Hữu"] * 6 + ["Quang"] * 5 + ["Xuân"] * 5 + ["Đình"] * 5
    + ["Minh", "Công", "Ngọc", "Thế", "Duy", "Mạnh", "Viết", "Bá", "Trọng", "Huy", "Doãn", "Khắc",
       "Như", "Ích", "Văn Minh", "Đình Phan", "Bùi Quang"]
)
MEN_GIVEN = [
    "An", "Bách", "Bảo", "Biên", "Cảnh", "Chiến", "Chuyên", "Cường", "Dũng", "Duẩn", "Đạo", "Điệp",
    "Định", "Đoàn", "Hà", "Hải", "Hạnh", "Hiển", "Hiếu", "Hòa", "Hoà", "Hoàn", "Hợp", "Hưởng", "Khánh",
    "Khôi", "Lâm", "Lập", "Lộc", "Luật", "Luyến", "Mạnh", "Nghĩa", "Nhuận", "Ninh", "Phấn", "Phong",
    "Quân", "Quý", "Quí", "Quyết", "Sơn", "Tạo", "Tấn", "Thắng", "Thành", "Thiệp", "Thịnh", "Thọ",
    "Thuận", "Thụy", "Thuỵ", "Tiệp", "Toán", "Tuân", "Tuấn", "Tùng", "Tưởng", "Uy", "Uẩn", "Việt",
    "Vịnh", "Xuyên", "Ý", "Ứng",
]
WOMEN_MIDDLE = (
    ["Thị"] * 48 + ["Thị Thu", "Thị Thanh", "Thị Ngọc", "Thị Kim", "Thị Hồng", "Thị Minh", "Thu",
                    "Ngọc", "Bích", "Thúy", "Thuý", "Thị Hoàng Phương Quỳnh"]
)
WOMEN_GIVEN = [
    "Ánh", "Bình", "Chinh", "Chuyền", "Cúc", "Diệp", "Dung", "Duyên", "Đào", "Hà", "Hạnh", "Hằng",
    "Hiền", "Hoa", "Hòa", "Hoan", "Hồng", "Hường", "Huyền", "Lan", "Liên", "Loan", "Lụa", "Lương", "Lý",
    "Mận", "Miền", "Mơ", "Nga", "Ngà", "Ngoan", "Nguyệt", "Nhài", "Nhàn", "Nhung", "Oanh", "Phượng",
    "Quyên", "Sen", "Tâm", "Thắm", "Thảo", "Thoa", "Thơm", "Thủy", "Thuỷ", "Tươi", "Tuyết", "Vân",
    "Xoan", "Yến", "Ý Nhi",
]
