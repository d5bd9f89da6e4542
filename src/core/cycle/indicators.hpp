#pragma once
/// @file
/// How a year's indicators come about and change (A8): proposals and comments, drafts, editions.
#include "core/cycle/ids.hpp"
#include "core/ledger/canonical.hpp"
#include "core/scheme/scheme.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace heng::cycle {

struct Draft;
using DraftId = Id<Draft>;

/// Where in the tables something is wanted.
struct TablePlace {
    DomainId domain;
    std::string task;    ///< Its number, or empty for a new one.
    std::string clause;  ///< Its number in the task, or empty for a new one or the task as a whole.
    bool operator==(const TablePlace&) const = default;
};

/// What an assessor wants in the table (A8.4), in words; the office works it in.
struct Proposal {
    Id<Proposal> id;
    PersonId by;
    BodyName body;
    TablePlace place;
    std::string text;
    std::string reason;
    bool operator==(const Proposal&) const = default;
};

/// What a unit says about the table that is being made (A8.5).
struct Comment {
    Id<Comment> id;
    PersonId by;
    UnitId unit;
    std::string text;
    bool operator==(const Comment&) const = default;
};

/// A carried draft is last year's scheme: what the new year's is made from, never issued itself.
enum class DraftStage { carried, consolidated, consented, returned, issued };
std::string_view name(DraftStage stage);

/// A scheme on its way to an edition: the files of a checked scheme, as the ledger carries them.
struct Draft {
    DraftId id;
    std::shared_ptr<const ledger::Object> files;
    DraftStage stage = DraftStage::consolidated;
    std::string note;  ///< What the commission said with its consent or return.
    bool operator==(const Draft& other) const;
};

/// A scheme in force from a day on, locked (A8.9, A8.11).
struct Edition {
    std::string id;  ///< party-building-2021/1; every later event names it.
    DraftId draft;
    Date from;
    bool operator==(const Edition&) const = default;
};

enum class ChangeStage { requested, refused, granted };
std::string_view name(ChangeStage stage);

/// A change after issue (A8.12).
struct ChangeRequest {
    Id<ChangeRequest> id;
    PersonId by;
    BodyName body;
    TablePlace place;
    std::string text;
    std::string reason;
    ChangeStage stage = ChangeStage::requested;
    std::string answer;
    std::optional<DraftId> draft;  ///< Of the edition that it brought, if granted.
    bool operator==(const ChangeRequest&) const = default;
};

struct Indicators {
    std::map<Id<Proposal>, Proposal> proposals;
    std::map<Id<Comment>, Comment> comments;
    std::map<DraftId, Draft> drafts;
    std::vector<Edition> editions;  ///< In the order of issue.
    std::map<Id<ChangeRequest>, ChangeRequest> changes;

    /// The edition that holds on `day`: of those begun by then the last issued; else nullptr.
    const Edition* edition_on(Date day) const;
    const Draft* find_draft(DraftId id) const;
    /// The draft that work goes on from, the last made: of the others none can be issued any more.
    /// Once the year is in force, that of the newest edition. Nullptr before there is one.
    const Draft* current_draft() const;
    bool operator==(const Indicators&) const = default;
};

/// The last day on which the indicators of `year` are issued in time (A8.3), if the calendar sets
/// one. A late issue is late, not void.
std::optional<Date> issue_due(const scheme::Scheme& scheme, int year);

}  // namespace heng::cycle
