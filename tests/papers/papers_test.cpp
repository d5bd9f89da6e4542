/// The papers of the demonstration's year: what they say, that they are numbered without gaps, and
/// that they come out the same for ever.
#include "core/paper/compose.hpp"
#include "core/paper/drafts.hpp"
#include "papers/outline.hpp"
#include "papers/whole_year.hpp"
#include "shell/docx/docx.hpp"
#include "shell/pdf/pdf.hpp"

#include <gtest/gtest.h>
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>

namespace heng::app::demo {
namespace {

/// What a reader finds in the paper, in one piece.
std::string text_of(const paper::Paper& paper) {
    return paper::outline_of(paper);
}

// Golden trees

void expect_golden(const std::string& name, const paper::Paper& paper) {
    const auto path =
        std::filesystem::path(HENG_SOURCE_DIR) / "tests/papers/golden" / (name + ".txt");
    const std::string text = paper::outline_of(paper);
    const char* const mode = std::getenv("HENG_GOLDEN");
    if (mode != nullptr && std::string(mode) == "accept") {
        std::ofstream(path, std::ios::binary) << text;
        return;
    }
    std::ifstream file(path, std::ios::binary);
    const std::string expected{std::istreambuf_iterator<char>(file), {}};
    EXPECT_EQ(text, expected) << path;
}

TEST(Papers, SayWhatWasRecorded) {
    for (int i = 0; i < cycle::document_kind_count; ++i) {
        const auto kind = static_cast<DocumentKind>(i);
        if (kind == DocumentKind::indicators_issued) continue;  // the tables are the scheme's own
        expect_golden(std::string(cycle::name(kind)), first_of(kind).paper);
    }
    expect_golden("result_notice_of_a_recheck", last_of(DocumentKind::result_notice).paper);
    expect_golden("result_circular_of_a_recheck", last_of(DocumentKind::result_circular).paper);
}

TEST(Papers, SayWhatIsIssuedWithTheIndicators) {
    for (const bool is_change : {false, true}) {
        paper::Paper paper = (is_change ? last_of(DocumentKind::indicators_issued)
                                        : first_of(DocumentKind::indicators_issued))
                                 .paper;
        for (paper::Annex& annex : paper.annexes) {
            auto& rows = std::get<paper::Table>(annex.blocks.front()).content.rows;
            EXPECT_FALSE(rows.empty());
            rows.resize(std::min<std::size_t>(rows.size(), 3));
        }
        expect_golden(is_change ? "indicators_changed" : "indicators_issued", paper);
    }
}

TEST(Papers, SayWhatIsPrintedToWorkWith) {
    const paper::Template form;
    const auto sheet = paper::task_sheet(facts(form), "D07", "");
    ASSERT_TRUE(sheet);
    expect_golden("task_sheet", *sheet);
    const auto ranking = paper::ranking(facts(form), "counties");
    ASSERT_TRUE(ranking);
    expect_golden("ranking_table", *ranking);
    std::vector<paper::Filed> filed;
    for (const IssuedPaper& one : papers())
        if (filed.size() < 12) filed.push_back({&one.paper, 2});
    expect_golden("archive_catalogue", paper::archive_catalogue(facts(form), filed));
}

TEST(Papers, AreRefusedForWhatIsNotThere) {
    const paper::Template form;
    EXPECT_EQ(paper::task_sheet(facts(form), "X99", "").error().front().code, Code::record_unknown);
    EXPECT_EQ(paper::task_sheet(facts(form), "D07", "(九十)").error().front().code,
              Code::record_unknown);
    EXPECT_EQ(paper::ranking(facts(form), "moon").error().front().code, Code::record_unknown);
    const auto& state = whole().account.state;
    EXPECT_EQ(find_document(state, {year, "市考核办", 9999}).error().code, Code::document_absent);
    EXPECT_EQ(find_document_kind("decree").error().code, Code::document_kind_unknown);
    EXPECT_EQ(*find_document_kind("reminder"), DocumentKind::reminder);
    EXPECT_EQ(find_document(state, {1999, "市考核办", 1}).error().code, Code::cycle_unknown);
    EXPECT_FALSE(parse_document_name(year, "市考核办"));
    EXPECT_FALSE(parse_document_name(year, "市考核办/0"));
    EXPECT_FALSE(parse_document_name(year, "市考核办/3x"));
    EXPECT_EQ(parse_document_name(year, "甲/乙/3")->issuer, "甲/乙");
}

// Numbers and elements

TEST(Papers, AreNumberedWithoutGaps) {  // DOC-8
    std::map<std::string, std::set<std::string>> by_code;
    for (const IssuedPaper& one : papers()) {
        EXPECT_TRUE(paper::is_document_number(one.paper.number)) << one.paper.number;
        const std::string code = one.paper.number.substr(0, one.paper.number.find("〔"));
        EXPECT_TRUE(by_code[code].insert(one.paper.number).second) << one.paper.number;
    }
    for (const auto& [code, numbers] : by_code)
        for (std::size_t no = 1; no <= numbers.size(); ++no)
            EXPECT_TRUE(numbers.contains(code + "〔2021〕" + std::to_string(no) + "号")) << code;
}

TEST(Papers, NumberTheirLevelsByTheStandard) {  // DOC-11
    for (const IssuedPaper& one : papers())
        for (const paper::Block& block : one.paper.body)
            if (const auto* const heading = std::get_if<report::Heading>(&block)) {
                EXPECT_EQ(heading->text.find('('), std::string::npos) << heading->text;
                if (heading->level == 2) {
                    EXPECT_NE(heading->text.find("、"), std::string::npos) << heading->text;
                }
            }
}

TEST(Papers, HaveATitleEndingInTheirType) {
    for (const IssuedPaper& one : papers()) {
        EXPECT_TRUE(paper::title_of(one.paper).ends_with(one.paper.type))
            << paper::title_of(one.paper);
        EXPECT_FALSE(one.paper.to.empty() && one.paper.form != paper::Form::minutes);
    }
}

// The same bytes

TEST(Papers, ComeOutTheSameWhateverHappensLater) {  // DOC-19
    PlayOptions until_summer;
    until_summer.until = on(8, 31);
    Played half(until_summer);
    const auto early = papers_of(half, {});
    ASSERT_GT(early.size(), 10U);
    ASSERT_LT(early.size(), papers().size());
    for (std::size_t i = 0; i < early.size(); ++i) {
        EXPECT_EQ(early[i].paper, papers()[i].paper) << early[i].paper.number;
        EXPECT_EQ(docx::print_paper(early[i].paper, {}), docx::print_paper(papers()[i].paper, {}));
    }
}

TEST(Papers, OfOneDocumentAreThoseOfAll) {
    for (const DocumentKind kind : {DocumentKind::reminder, DocumentKind::result_notice}) {
        const IssuedPaper& one = last_of(kind);
        const auto alone =
            issued_paper(whole().store, tenant, readers(), year, one.document, paper::Template());
        ASSERT_TRUE(alone);
        EXPECT_EQ(*alone, one.paper);
    }
}

TEST(Papers, HaveTheSameFilesEachTime) {  // DOC-19
    for (const DocumentKind kind :
         {DocumentKind::reminder, DocumentKind::result_notice, DocumentKind::half_year_circular}) {
        const paper::Paper& paper = first_of(kind).paper;
        const std::string docx = docx::print_paper(paper, {});
        EXPECT_EQ(docx, docx::print_paper(paper, {}));
        const auto pdf = pdf::print_paper(paper, {});
        ASSERT_TRUE(pdf);
        EXPECT_EQ(pdf->bytes, pdf::print_paper(paper, {})->bytes);
        const auto digests = digest_paper(readers(), docx);
        ASSERT_TRUE(digests);
        EXPECT_EQ(digests->sm3.size(), 64U);
        EXPECT_NE(digests->sm3, digests->sha256);
    }
}

// Nobody reads of others

TEST(Papers, GiveAUnitAnExtractOfCirculars) {
    for (const DocumentKind kind :
         {DocumentKind::half_year_circular, DocumentKind::result_circular}) {
        const auto extract = issued_paper(whole().store, tenant, readers(), year,
                                          first_of(kind).document, paper::Template(), "D07");
        ASSERT_TRUE(extract);
        const std::string all = text_of(*extract);
        for (const auto& [id, unit] : whole().account.state.units_and_people.units) {
            const std::string& name = unit.now().name;
            const bool is_body = whole().account.state.units_and_people.find_body(name) != nullptr;
            if (id == "D07") {
                EXPECT_NE(all.find(name), std::string::npos);
            } else if (!is_body) {
                EXPECT_EQ(all.find("| " + name + " |"), std::string::npos) << name;
            }
        }
    }
}

TEST(Papers, TellAUnitOnlyOfConfirmedFindings) {
    const auto& findings = whole().cycle().findings.all;
    for (const IssuedPaper& one : papers()) {
        if (one.document.kind != DocumentKind::reminder) continue;
        for (const paper::Annex& annex : one.paper.annexes)
            for (const auto& row : std::get<paper::Table>(annex.blocks.front()).content.rows) {
                const cycle::Finding& finding = findings.at({std::stoll(row.front())});
                EXPECT_TRUE(finding.confirmed_on);
            }
    }
}

}  // namespace
}  // namespace heng::app::demo
