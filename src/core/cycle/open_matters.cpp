#include "core/cycle/open_matters.hpp"

namespace heng::cycle {

namespace {

void add_changes(const Cycle& cycle, std::vector<OpenMatter>& out) {
    for (const auto& [id, change] : cycle.indicators.changes)
        if (change.stage == ChangeStage::requested)
            out.push_back({"指标变更申请", "requested change", std::to_string(id.seq)});
}

}  // namespace

std::vector<OpenMatter> open_matters(const Cycle& cycle) {
    std::vector<OpenMatter> out;
    add_changes(cycle, out);
    return out;
}

}  // namespace heng::cycle
