#pragma once
/// @file
/// What papers are made from, and the words that several kinds of them share.
#include "core/act/field.hpp"
#include "core/base/result.hpp"
#include "core/cycle/rulebook.hpp"
#include "core/cycle/state.hpp"
#include "core/ledger/event.hpp"
#include "core/paper/paper.hpp"
#include "core/paper/template.hpp"

namespace heng::paper {

/// The year of a state as it stood on a day.
struct YearFacts {
    const cycle::State& state;
    const cycle::Cycle& cycle;
    const cycle::Rulebook& rulebook;  ///< In force, or the newest draft's before one is.
    Date day;
    const Template& form;

    const scheme::Scheme& scheme() const { return rulebook.scheme(); }
    /// 《…办法》
    std::string regulation() const { return "《" + typeset(scheme().name) + "》"; }
    /// 《…办法》第十一条
    std::string article(std::string_view cites) const {
        return regulation() + print_article(cites);
    }
    /// 第十六条, and the words of the bar that it states, if it does.
    std::string ground(std::string_view cites) const;
    /// 2021年度
    std::string year() const { return std::to_string(cycle.year) + "年度"; }
    /// As it is called on the day; the id of a unit that the register lacks.
    std::string unit_name(std::string_view unit) const;
    cycle::DomainId domain_of(std::string_view unit) const;
    /// Its id where the edition has none of that name.
    std::string domain_name(std::string_view domain) const;
    /// The body that leads the domain of the unit, empty where the scheme has none.
    cycle::BodyName lead_of(std::string_view unit) const;
    /// The first body in this role; what the regulation calls it where there is none yet.
    cycle::BodyName body_as(cycle::Capacity role) const;
    /// As the body or unit signs.
    std::string signature(std::string_view name) const { return form.issuer(name).signature; }
    /// A figure as it is published: with all the places of the scheme.
    std::string published(Decimal value) const;
};

/// The year as a document found it when it was issued, and the event that issued it.
struct Issued {
    YearFacts year;
    const cycle::Rulebooks& rulebooks;
    const cycle::Document& document;
    const ledger::Event& event;
    /// Of a circular, the unit that gets an extract: it reads nothing of others. Empty: the whole.
    std::string_view reader = {};

    bool is_read(std::string_view unit) const { return reader.empty() || reader == unit; }
    act::Fields fields() const { return act::Fields(event.what.body); }
};

/// A document with its issuer, number, date, signature and 版记 filled in.
Paper begin(const Issued& issued, std::string type, Form form, Direction direction);
/// The issuer's number for the year (DOC-8).
std::string document_number(const Template& form, std::string_view issuer, int year,
                            std::int64_t no);

/// Says that a circular is an extract, if it is one.
void say_extract(const Issued& issued, Paper& paper);

/// Writes numbered headings and paragraphs one after the other (DOC-11).
class Pen {
public:
    explicit Pen(std::vector<Block>& blocks) : blocks_(blocks) {}

    void title(std::string text);          ///< Inside an annex.
    void head(std::string text);           ///< As level 1, with a number of its own.
    void level1(const std::string& text);  ///< 一、
    void level2(const std::string& text);  ///< （一）
    /// `1.`, as a paragraph of the text.
    void item(const std::string& text);
    /// Each line of `text` that says something is a paragraph.
    void say(const std::string& text);
    void note(std::string text);
    /// Of the scheme's conventions the one with this id, labelled as such; nothing if it has none.
    void convention(const scheme::Scheme& scheme, std::string_view id);
    /// What the calendar says of a term, labelled where the regulation does not say it.
    void term(const scheme::Scheme& scheme, std::string_view id);
    /// Says `nothing` where the table has no row.
    void table(Table table, const std::string& nothing);

private:
    std::vector<Block>& blocks_;
    int level1_ = 0;
    int level2_ = 0;
    int items_ = 0;
};

/// Columns with their widths; the text ones left, figures right.
struct Column {
    std::string title;
    int width;
    report::Align align = report::Align::start;
};
Table make_table(std::vector<Column> columns, std::size_t merged = 0);

/// What people wrote, with a full stop where they left it out.
std::string ended(std::string text);
/// — for an empty text.
std::string or_dash(std::string text);
/// So many names, joined by 、.
std::string list(const std::vector<std::string>& names);
/// 3月31日 of 03-31.
std::string print_month_day(std::string_view month_day);
/// 第一季度 …
std::string quarter_name(int quarter);
/// As the addressee of a letter: the unit's Party committee (A3.2).
std::string addressee(const YearFacts& year, std::string_view unit);
/// All units and bodies of the assessment.
std::vector<std::string> everyone();
/// Each name once, without `except`, in their order.
std::vector<std::string> once(std::vector<std::string> names, std::string_view except);

}  // namespace heng::paper
