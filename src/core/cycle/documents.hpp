#pragma once
/// @file
/// The year's issued documents, numbered without gaps by issuer (DOC-8, DOC-19).
#include "core/cycle/ids.hpp"

#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace heng::cycle {

/// What a document is; its form follows from that.
enum class DocumentKind {
    indicators_issued,     ///< 印发通知 (A8.9)
    reminder,              ///< 提醒函 (A11.5)
    supervision_order,     ///< 督办通知 (A11.7)
    supervision_circular,  ///< 督查通报 (A11.8)
    half_year_circular,    ///< 半年评估通报 (A12.6)
    result_circular,       ///< 考核结果通报 (A15)
    result_notice,         ///< 反馈通知, one for each unit
    grading_minutes,       ///< 定等纪要
    explanation,           ///< 书面说明 (A17.5)
    transfer,              ///< 移送函 (A19.3)
    interpretation,        ///< 释义 (A22)
};
constexpr int document_kind_count = 11;
std::string_view name(DocumentKind kind);
std::optional<DocumentKind> document_kind_named(std::string_view text);

struct Document {
    DocumentKind kind = DocumentKind::reminder;
    std::string issuer;      ///< A body or a unit; numbers run by it.
    std::int64_t no = 0;     ///< From 1.
    std::int64_t event = 0;  ///< The number of the event that issued it.
    Date issued_on;
    std::optional<UnitId> to;  ///< Where an event issues one for each of several units.
    bool operator==(const Document&) const = default;
};

struct Documents {
    std::vector<Document> all;                                 ///< In ledger order.
    std::map<std::string, std::int64_t, std::less<>> last_no;  ///< By issuer.

    std::int64_t next_no(std::string_view issuer) const;
    void add(Document document);
    bool operator==(const Documents&) const = default;
};

}  // namespace heng::cycle
