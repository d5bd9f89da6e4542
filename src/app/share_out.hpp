#pragma once
/// @file
/// Work on several threads: items taken one after another by whichever thread is free.
#include <cstddef>
#include <functional>

namespace heng::app {

/// Runs `work(thread, item)` for the items 0 … count − 1, begun in this order, on `threads`
/// threads, of which the calling one is number 0. There, `report(begun)` follows each of its own
/// items. Ends when all items are done; an exception of `work` ends it early and comes out here.
/// @pre threads >= 1
void share_out(unsigned threads, std::size_t count,
               const std::function<void(unsigned thread, std::size_t item)>& work,
               const std::function<void(std::size_t begun)>& report = {});

}  // namespace heng::app
