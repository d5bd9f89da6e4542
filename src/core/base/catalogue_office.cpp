/// @file
/// The texts of tables that come in and papers that go out. Chinese as officials write it; {0}, {1}
/// are the error's arguments.
#include "core/base/catalogue_parts.hpp"

#include <array>

namespace heng::catalogue_parts {

namespace {

constexpr auto error = Severity::error;
constexpr auto warning = Severity::warning;

constexpr auto entries = std::to_array<CatalogueEntry>({
    {Code::working_day_unusable, "working_day_unusable", error,
     "调休上班日“{0}”须为星期六或星期日，且不在法定节假日中", "请核对国务院办公厅的放假安排。",
     "the make-up working day `{0}` is no Saturday or Sunday, or is among the holidays",
     "Compare it with the days off that the State Council has published."},
    {Code::office_file_malformed, "office_file_malformed", error, "文件无法读取：{0}",
     "请用 WPS 或 Office 打开后另存为 docx 或 xlsx。", "the file cannot be read: {0}",
     "Open it in WPS or Office and save it as docx or xlsx."},
    {Code::office_file_refused, "office_file_refused", error, "文件含有不接受的内容：{0}",
     "请另存为不含宏、外部引用和密码的 docx 或 xlsx。", "the file has what is not accepted: {0}",
     "Save it as docx or xlsx without macros, outside references and password."},
    {Code::office_file_too_large, "office_file_too_large", error, "文件过大：{0}，上限 {1}",
     "请删除无关的工作表、图片和空行，或拆分文件。", "the file is too large: {0}, at most {1}",
     "Remove sheets, pictures and empty rows that are not needed, or split the file."},
    {Code::import_kind_unknown, "import_kind_unknown", error, "无法辨认文件类型：{0}",
     "请使用 docx、xlsx、csv、tsv 或 txt 文件。", "the type of the file is not known: {0}",
     "Give a docx, xlsx, csv, tsv or txt file."},
    {Code::import_table_absent, "import_table_absent", error, "未找到{0}",
     "请核对表头是否与模板一致。", "no {0} was found", "Compare the headings with the template."},
    {Code::import_column_missing, "import_column_missing", error, "表头缺少“{0}”列",
     "请按模板补充该列。", "the column {0} is missing", "Add it as in the template."},
    {Code::import_cell_unusable, "import_cell_unusable", error, "“{0}”的值“{1}”无法使用：{2}",
     "请按模板说明改正该单元格。", "{0} cannot be `{1}`: {2}",
     "Correct the cell as the template says."},
    {Code::import_points_unread, "import_points_unread", error, "“{0}”没有可识别的分值",
     "请在名称后用括号写明，如“（10分）”。", "no points can be read of {0}",
     "Write them in brackets after the name, like （10分）."},
    {Code::import_clause_unread, "import_clause_unread", warning, "扣分细则未能识别：{0}",
     "请人工核对并改写。", "the clause cannot be read: {0}", "Check it by hand and reword it."},
    {Code::import_text_unplaced, "import_text_unplaced", warning, "未归入本表：{0}",
     "请对照原件归位；另一张表请单独导入。", "left out of the table: {0}",
     "Put it in its place by the original; import another table by itself."},
    {Code::import_order_doubtful, "import_order_doubtful", warning, "文字或次序存疑：{0}",
     "请对照原件核对。", "the text or its order is doubtful: {0}", "Compare it with the original."},
    {Code::import_number_missing, "import_number_missing", warning,
     "序号不连续：{0} 之后应为 {1}，现为 {2}", "请核对是否漏项。",
     "after number {0} follows {2} instead of {1}", "Look for what was left out."},
    {Code::import_assessor_missing, "import_assessor_missing", warning,
     "扣分细则未写明考核责任单位：{0}", "请在细则末尾用【】写明。",
     "the clause names no assessor: {0}", "Name it in 【】 at the end."},
    {Code::import_points_differ, "import_points_differ", warning,
     "“{0}”所列 {1} 分，其各项合计 {2} 分", "请核对分值。",
     "{0} says {1} points, its parts sum to {2}", "Check the points."},
    {Code::document_kind_unknown, "document_kind_unknown", error, "没有“{0}”这一文书",
     "可用文书：{1}", "there is no document of kind {0}", "There are: {1}"},
    {Code::document_number_unfit, "document_number_unfit", error, "发文字号“{0}”不合规范",
     "应写作“机关代字〔年份〕序号号”，如“安考办〔2021〕3号”。",
     "the document number {0} is not well formed", "Write it like 安考办〔2021〕3号."},
    {Code::document_recipient_unfit, "document_recipient_unfit", error,
     "{0}的主送“{1}”不合规定：{2}", "请改正主送机关。", "{1} cannot be the recipient of {0}: {2}",
     "Correct the recipient."},
    {Code::document_absent, "document_absent", error, "没有第“{0}”号文书", "请核对文书编号。",
     "there is no document {0}", "Check its number."},
    {Code::document_template_unfit, "document_template_unfit", error, "文书模板的 {0} 为“{1}”：{2}",
     "请改正模板。", "{0} of the template is `{1}`: {2}", "Correct the template."},
    {Code::document_glyph_missing, "document_glyph_missing", error, "现有字体缺少这些字：{0}",
     "请安装含有这些字的字体，如 fonts-arphic-ukai。", "the fonts lack these characters: {0}",
     "Install a font that has them, such as fonts-arphic-ukai."},
});

}  // namespace

std::span<const CatalogueEntry> office() {
    return entries;
}

}  // namespace heng::catalogue_parts
