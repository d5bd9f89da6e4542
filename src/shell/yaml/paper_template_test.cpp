/// A tenant's paper template, and everything that can be wrong with one.
#include "shell/yaml/paper_template.hpp"

#include <gtest/gtest.h>

namespace heng::yaml {
namespace {

std::vector<Code> codes(std::string_view text) {
    std::vector<Code> out;
    const auto read = read_paper_template("form.yaml", text);
    if (read) return out;
    for (const Error& error : read.error()) out.push_back(error.code);
    return out;
}

TEST(PaperTemplate, LeavesTheStandardWhereItIsSilent) {
    EXPECT_EQ(*read_paper_template("form.yaml", ""), paper::Template());
    const auto read = read_paper_template("form.yaml", "fonts: plain\n");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->family, paper::FontFamily::plain);
    EXPECT_EQ(read->top, Decimal::whole(37));
}

TEST(PaperTemplate, SaysHowIssuersAreWritten) {
    const auto read = read_paper_template("form.yaml", R"(version: 演示/1
margins: {bottom: 27}
fonts: GBK
latin_as_body: true
issuers:
  - name: 市考核办
    mark: 演示市党建工作成效考核委员会办公室
    code: 演考办
    copies: [市委办公室]
  - {name: 市委组织部, code: 演组通, signature: 中共演示市委组织部}
)");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->bottom, Decimal::whole(27));
    const paper::Issuer office = read->issuer("市考核办");
    EXPECT_EQ(office.code, "演考办");
    EXPECT_EQ(office.signature, "市考核办");
    EXPECT_EQ(office.copies, std::vector<std::string>{"市委办公室"});
    EXPECT_EQ(read->issuer("市委组织部").printed_by, "中共演示市委组织部");
}

TEST(PaperTemplate, IsRefusedWithEverythingWrong) {
    EXPECT_EQ(codes("margins: {top: 3}\nfonts: Calibri\nheight: 3\n"),
              (std::vector{Code::value_unknown, Code::key_unknown, Code::document_template_unfit}));
    EXPECT_EQ(codes("issuers:\n  - {name: 甲, code: 甲}\n  - {name: 甲, code: 乙}\n"),
              std::vector{Code::document_template_unfit});
    EXPECT_EQ(codes("a: [\n"), std::vector{Code::yaml_syntax});
}

}  // namespace
}  // namespace heng::yaml
