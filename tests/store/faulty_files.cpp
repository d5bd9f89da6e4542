/// @file
/// A copy of SQLite's table of file functions with three of them replaced.
#include "faulty_files.hpp"

#include <sqlite3.h>
#include <unistd.h>
#include <array>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <stdexcept>

namespace heng::store_test {

namespace {

std::atomic<Mishap> mishap_armed = Mishap::none;
std::atomic<int> mishap_step = 0;
std::atomic<int> steps_done = 0;

/// SQLite has one table of functions for the database and another for its log.
struct Table {
    sqlite3_io_methods faulty;
    const sqlite3_io_methods* own = nullptr;
};

sqlite3_vfs* own_vfs = nullptr;
sqlite3_vfs vfs;
std::array<Table, 4> tables;

const sqlite3_io_methods& own_methods(const sqlite3_file* file) {
    for (const Table& table : tables)
        if (file->pMethods == &table.faulty) return *table.own;
    std::abort();
}

[[noreturn]] void die() {
    kill(getpid(), SIGKILL);
    for (;;) pause();
}

/// Counts a step. @returns what shall happen at it.
Mishap next_step() {
    const int step = ++steps_done;
    const Mishap armed = mishap_armed;
    const bool hits = step == mishap_step || (armed == Mishap::fail_from_now && step > mishap_step);
    const Mishap now = hits ? armed : Mishap::none;
    if (now == Mishap::kill) die();
    return now;
}

int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
    const Mishap now = next_step();
    if (now == Mishap::none) return own_methods(file).xWrite(file, bytes, size, at);
    if (now == Mishap::tear || now == Mishap::kill_torn)
        own_methods(file).xWrite(file, bytes, size / 2, at);
    if (now == Mishap::kill_torn) die();
    return SQLITE_IOERR_WRITE;
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
    const Mishap now = next_step();
    if (now == Mishap::kill_torn) die();
    return now == Mishap::none ? own_methods(file).xTruncate(file, size) : SQLITE_IOERR_TRUNCATE;
}

int sync(sqlite3_file* file, int flags) {
    const Mishap now = next_step();
    if (now == Mishap::kill_torn) die();
    return now == Mishap::none ? own_methods(file).xSync(file, flags) : SQLITE_IOERR_FSYNC;
}

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* flags_out) {
    const int result = own_vfs->xOpen(own_vfs, name, file, flags, flags_out);
    if (result != SQLITE_OK) return result;
    if (file->pMethods == nullptr) return result;
    for (Table& table : tables) {
        if (table.own == nullptr) {
            table.own = file->pMethods;
            table.faulty = *table.own;
            table.faulty.xWrite = write;
            table.faulty.xTruncate = truncate;
            table.faulty.xSync = sync;
        }
        if (table.own != file->pMethods) continue;
        file->pMethods = &table.faulty;
        return result;
    }
    std::abort();
}

}  // namespace

void arm(Mishap mishap, int n) {
    steps_done = 0;
    mishap_step = n;
    mishap_armed = mishap;
}

int steps() {
    return steps_done;
}

const char* faulty_vfs() {
    if (own_vfs == nullptr) {
        own_vfs = sqlite3_vfs_find(nullptr);
        if (own_vfs == nullptr) throw std::runtime_error("SQLite has no file system");
        vfs = *own_vfs;
        vfs.zName = "faulty";
        vfs.xOpen = open;
        sqlite3_vfs_register(&vfs, 0);
    }
    return vfs.zName;
}

}  // namespace heng::store_test
