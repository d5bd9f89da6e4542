#pragma once
/// @file
/// What all stripes of the findings are read by.
#include "shell/csv/branch_table.hpp"
#include "shell/csv/finding_columns.hpp"
#include "shell/csv/header.hpp"
#include "shell/csv/read_findings.hpp"
#include "shell/csv/read_units.hpp"

#include <cstddef>

namespace heng::csv {

struct FindingReading {
    const TableText& table;
    const Header& header;
    const Known& known;
    BranchTable branches;
    bool case_matters = true;  ///< Else each finding stands for itself, whatever its case.
    StatusTable statuses{};

    bool has(std::size_t column) const { return header.field_of(column) != Header::absent; }

    /// True for a unit whose domain is not known: one flaw is enough.
    bool is_of_domain(UnitIndex unit_index, const KnownBranch& branch) const {
        const app::DomainIndex domain = known.units.domains[unit_index];
        return domain == branch.domain || domain == no_domain;
    }
    score::BranchIndex index_in_domain(const KnownBranch& branch) const {
        return branch.branch - known.rules.first_branch(branch.domain);
    }
    const score::Rule& rule(const KnownBranch& branch) const {
        return known.rules[branch.domain].branches[index_in_domain(branch)];
    }
};

}  // namespace heng::csv
