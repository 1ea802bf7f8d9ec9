/** What the extension says, in both languages; the language is a setting, since VS Code itself has no Vietnamese. */
const STRINGS = {
  missing: [
    "Không tìm thấy chương trình reportlint. Cài bằng “pip install reportlint”, hoặc chỉ ra lệnh trong cài đặt.",
    "reportlint was not found. Install it with “pip install reportlint”, or name the command in the settings.",
  ],
  openSettings: ["Mở cài đặt", "Open settings"],
  notRunning: ["reportlint chưa chạy.", "reportlint is not running."],
  fixed: ["Đã sửa {0} chỗ.", "{0} places mended."],
  nothingCited: ["Báo cáo này không viện dẫn văn bản nào.", "This report cites no document."],
  citesTitle: ["Văn bản viện dẫn", "Documents cited"],
  times: ["{0} lần", "{0} mentions"],
  ruleCode: ["Mã quy tắc, ví dụ VD003", "Code of the rule, such as VD003"],
  reason: ["Vì sao bỏ qua {0} ở đây?", "Why is {0} ignored here?"],
  reasonNeeded: ["Cần ghi lý do", "A reason is needed"],
  checking: ["Kiểm tra {0}", "Checking {0}"],
  pickFile: ["Kiểm tra tệp", "Check file"],
  clean: ["Không có gì phải sửa.", "Nothing to mend."],
  found: ["{0} chỗ cần xem", "{0} findings"],
  paragraph: ["đoạn {0}", "paragraph {0}"],
  page: ["trang {0}", "page {0}"],
  fix: ["Sửa", "Fix"],
  unchecked: ["Chưa kiểm tra", "Not checked"],
  statusClean: ["Thể thức: không có lỗi", "Report: clean"],
  statusFound: ["Thể thức: {0} phải sửa, {1} nên sửa, {2} xem xét", "Report: {0} errors, {1} warnings, {2} to consider"],
} as const;

export type Lang = "vi" | "en";

/** Return a string with its blanks filled in. */
export function say(lang: Lang, key: keyof typeof STRINGS, ...values: (string | number)[]): string {
  const text: string = STRINGS[key][lang === "en" ? 1 : 0];
  return text.replace(/\{(\d)\}/g, (_, i) => String(values[Number(i)] ?? ""));
}
