#include "core/intake/read_table.hpp"

#include "core/intake/read_grid.hpp"
#include "core/intake/read_text.hpp"

#include <iterator>

namespace heng::intake {

namespace {

Draft read(const Source& source) {
    if (const auto* grids = std::get_if<std::vector<Grid>>(&source)) return read_grids(*grids);
    return read_text(std::get<PlainText>(source));
}

template <class List>
void move_behind(List& list, List& more) {
    list.insert(list.end(), std::make_move_iterator(more.begin()),
                std::make_move_iterator(more.end()));
}

/// A heading that `next` repeats goes on under the one in `draft`.
void join(Draft& draft, Draft next) {
    if (draft.title.empty()) draft.title = next.title;
    if (next.total) draft.total = next.total;
    draft.names.merge(next.names);
    move_behind(draft.issues, next.issues);
    if (!draft.categories.empty() && !next.categories.empty()) {
        DraftCategory& last = draft.categories.back();
        DraftCategory& first = next.categories.front();
        if (last.no == first.no && last.name == first.name) {
            move_behind(last.tasks, first.tasks);
            next.categories.erase(next.categories.begin());
        }
    }
    move_behind(draft.categories, next.categories);
}

}  // namespace

Intake read_table(const std::vector<Source>& sources, const TableName& name) {
    Draft draft;
    for (const Source& source : sources) join(draft, read(source));
    if (has_errors(draft.issues)) return {{}, std::move(draft.issues)};
    return finish(draft, name);
}

}  // namespace heng::intake
