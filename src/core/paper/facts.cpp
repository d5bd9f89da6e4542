#include "core/paper/facts.hpp"

#include "core/base/text.hpp"
#include "core/cycle/settling.hpp"

#include <algorithm>

namespace heng::paper {

std::string YearFacts::unit_name(std::string_view unit) const {
    const cycle::Unit* const found = state.units_and_people.find_unit(unit);
    return found == nullptr ? std::string(unit) : found->on(day).name;
}

cycle::DomainId YearFacts::domain_of(std::string_view unit) const {
    const cycle::Unit* const found = state.units_and_people.find_unit(unit);
    return found == nullptr ? cycle::DomainId() : found->on(cycle::assessed_on(cycle, day)).domain;
}

std::string YearFacts::domain_name(std::string_view domain) const {
    const scheme::Domain* const found = scheme().find_domain(domain);
    return found == nullptr ? std::string(domain) : typeset(found->name);
}

cycle::BodyName YearFacts::lead_of(std::string_view unit) const {
    const scheme::Domain* const found = scheme().find_domain(domain_of(unit));
    return found == nullptr ? cycle::BodyName() : found->lead;
}

cycle::BodyName YearFacts::body_as(cycle::Capacity role) const {
    const auto bodies = state.units_and_people.bodies_as(role);
    if (!bodies.empty()) return bodies.front();
    switch (role) {
        case cycle::Capacity::commission: return "市考核委";
        case cycle::Capacity::coordinator: return "市委组织部";
        default: return "市考核办";
    }
}

std::string YearFacts::ground(std::string_view cites) const {
    for (const scheme::Bar& bar : scheme().bars)
        if (bar.cites == cites) return print_article(cites) + "：" + typeset(bar.text);
    return print_article(cites);
}

std::string YearFacts::published(Decimal value) const {
    const auto& rounding = scheme().settings.rounding;
    return rounding ? value.text(rounding->places) : value.text();
}

std::string document_number(const Template& form, std::string_view issuer, int year,
                            std::int64_t no) {
    return form.issuer(issuer).code + "〔" + std::to_string(year) + "〕" + std::to_string(no) +
           "号";
}

Paper begin(const Issued& issued, std::string type, Form form, Direction direction) {
    const Issuer issuer = issued.year.form.issuer(issued.document.issuer);
    Paper paper;
    paper.kind = cycle::name(issued.document.kind);
    paper.type = std::move(type);
    paper.form = form;
    paper.direction = direction;
    paper.mark = issuer.mark;
    if (form == Form::document) paper.mark += "文件";
    paper.number = document_number(issued.year.form, issued.document.issuer, issued.year.cycle.year,
                                   issued.document.no);
    paper.signature = issuer.signature;
    paper.dated = issued.document.issued_on;
    if (form != Form::letter) {
        paper.printed_by = issuer.printed_by;
        paper.printed_on = issued.document.issued_on;
    }
    paper.copies = issuer.copies;
    return paper;
}

void say_extract(const Issued& issued, Paper& paper) {
    if (issued.reader.empty()) return;
    paper.tag += "（摘发）";
    paper.to = {addressee(issued.year, issued.reader)};
    paper.body.emplace_back(
        report::Paragraph{"本件为摘发件，只列与你单位有关的内容，其余内容从略。"});
}

void Pen::title(std::string text) {
    blocks_.emplace_back(report::Heading{1, std::move(text)});
}

void Pen::head(std::string text) {
    level2_ = items_ = 0;
    blocks_.emplace_back(report::Heading{2, std::move(text)});
}

void Pen::level1(const std::string& text) {
    level2_ = items_ = 0;
    blocks_.emplace_back(report::Heading{2, chinese_number(++level1_) + "、" + text});
}

void Pen::level2(const std::string& text) {
    items_ = 0;
    blocks_.emplace_back(report::Heading{3, "（" + chinese_number(++level2_) + "）" + text});
}

void Pen::item(const std::string& text) {
    blocks_.emplace_back(report::Paragraph{std::to_string(++items_) + "." + text});
}

void Pen::say(const std::string& text) {
    std::size_t at = 0;
    while (at <= text.size()) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string line = text.substr(at, end - at);
        if (line.ends_with('\r')) line.pop_back();
        if (!is_blank(line)) blocks_.emplace_back(report::Paragraph{std::move(line)});
        at = end + 1;
    }
}

void Pen::note(std::string text) {
    blocks_.emplace_back(report::Note{std::move(text)});
}

void Pen::convention(const scheme::Scheme& scheme, std::string_view id) {
    for (const scheme::Convention& one : scheme.conventions)
        if (one.id == id) note("本系统约定：" + typeset(one.text) + "。");
}

void Pen::term(const scheme::Scheme& scheme, std::string_view id) {
    for (const scheme::Term& one : scheme.calendar.terms) {
        if (one.id != id) continue;
        std::string limit;
        switch (one.unit) {
            case scheme::TermUnit::days: limit = std::to_string(one.count) + "日内"; break;
            case scheme::TermUnit::working_days:
                limit = std::to_string(one.count) + "个工作日内";
                break;
            case scheme::TermUnit::date:
                limit = print_month_day(one.month_day.value_or("")) + "前";
                break;
        }
        const bool is_convention = one.cites == "convention";
        note((is_convention ? "本系统约定：" : print_article(one.cites) + "：") +
             typeset(one.text) + "，" + limit + "。");
    }
}

void Pen::table(Table table, const std::string& nothing) {
    if (table.content.rows.empty())
        say(nothing);
    else
        blocks_.emplace_back(std::move(table));
}

Table make_table(std::vector<Column> columns, std::size_t merged) {
    Table out;
    out.merged = merged;
    for (Column& column : columns) {
        out.content.columns.push_back({std::move(column.title), column.align});
        out.widths.push_back(column.width);
    }
    return out;
}

std::string ended(std::string text) {
    const std::size_t last = text.find_last_not_of(" \t\r\n");
    text.resize(last == std::string::npos ? 0 : last + 1);
    for (const std::string_view end :
         {"。", "！", "？", "；", "…", "”", "）", ".", "!", "?", ":", "："})
        if (text.empty() || text.ends_with(end)) return text;
    return text + "。";
}

std::string or_dash(std::string text) {
    return text.empty() ? std::string(report::not_applicable) : text;
}

std::string list(const std::vector<std::string>& names) {
    return join(names, "、");
}

std::string quarter_name(int quarter) {
    return "第" + chinese_number(quarter) + "季度";
}

std::string print_month_day(std::string_view month_day) {
    const auto day = ledger::parse_date("2000-" + std::string(month_day));
    if (!day) return std::string(month_day);
    return std::to_string(static_cast<unsigned>(day->month())) + "月" +
           std::to_string(static_cast<unsigned>(day->day())) + "日";
}

std::string addressee(const YearFacts& year, std::string_view unit) {
    const auto found = year.form.issuers.find(unit);
    if (found != year.form.issuers.end()) return found->second.signature;
    return year.unit_name(unit) + "党委（党组）";
}

std::vector<std::string> everyone() {
    return {"各考核对象", "各考核责任单位"};
}

std::vector<std::string> once(std::vector<std::string> names, std::string_view except) {
    std::vector<std::string> out;
    for (std::string& name : names)
        if (!name.empty() && name != except && std::find(out.begin(), out.end(), name) == out.end())
            out.push_back(std::move(name));
    return out;
}

}  // namespace heng::paper
