#pragma once
/// @file
/// How a year's indicators come about and change (A8): proposals and comments, drafts, editions.
#include "core/cycle/ids.hpp"
#include "core/ledger/canonical.hpp"

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace heng::cycle {

struct Draft;
using DraftId = Id<Draft>;

/// What an assessor wants in the table (A8.4), in words; the office works it in.
struct Proposal {
    Id<Proposal> id;
    PersonId by;
    BodyName body;
    DomainId domain;
    std::string task;  ///< Its number, or empty for a new one.
    std::string text;
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

enum class DraftStage { consolidated, consented, returned, issued };

/// A scheme on its way to an edition: the files of a checked scheme, as the ledger carries them.
struct Draft {
    DraftId id;
    std::shared_ptr<const ledger::Object> files;
    DraftStage stage = DraftStage::consolidated;
    std::string note;  ///< Why it was returned.
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

/// A change after issue (A8.12).
struct ChangeRequest {
    Id<ChangeRequest> id;
    PersonId by;
    BodyName body;
    std::string text;
    std::string reason;
    ChangeStage stage = ChangeStage::requested;
    std::string answer;
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
    bool operator==(const Indicators&) const = default;
};

}  // namespace heng::cycle
