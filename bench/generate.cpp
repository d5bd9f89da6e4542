/// @file
/// Writes made-up units and findings of any size, the same ones for the same arguments.
///
///     bench_generate --branches FILE --out DIR [--units N] [--findings M]
///                    [--ids dense|text] [--order random|unit] [--domains a,b,c] [--seed S]
///
/// FILE has a line per branch that starts with `id basis`; the rest of a line is ignored. The order
/// of the findings changes their places only: `unit` gives each unit its findings in one run.
#include <array>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

struct Options {
    std::string branches;
    std::string out = ".";
    std::vector<std::string> domains{"county", "department", "school", "enterprise", "hospital"};
    std::uint32_t units = 1'000'000;
    std::uint32_t findings = 20'000'000;
    std::uint64_t seed = 2021;
    bool has_text_ids = false;
    bool is_in_unit_order = false;
};

/// xorshift64*: fast, and the same on every machine.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15U + 1) {}

    /// A number in [0, bound).
    std::uint32_t below(std::uint32_t bound) {
        state_ ^= state_ >> 12U;
        state_ ^= state_ << 25U;
        state_ ^= state_ >> 27U;
        const std::uint64_t high = (state_ * 0x2545F4914F6CDD1DU) >> 32U;
        return static_cast<std::uint32_t>((high * bound) >> 32U);
    }

private:
    std::uint64_t state_;
};

/// A file written through one large buffer.
class Output {
public:
    explicit Output(const std::string& path) : file_(std::fopen(path.c_str(), "wb")) {
        if (file_ == nullptr) throw std::runtime_error("cannot write " + path);
        buffer_.resize(capacity + row_bytes_max);
    }
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;
    ~Output() { std::fclose(file_); }

    Output& operator<<(std::string_view text) {
        std::memcpy(&buffer_[used_], text.data(), text.size());
        used_ += text.size();
        return *this;
    }

    Output& operator<<(std::uint32_t number) {
        char* const begin = &buffer_[used_];
        used_ += static_cast<std::size_t>(std::to_chars(begin, begin + 10, number).ptr - begin);
        return *this;
    }

    /// Ends a row, which may have at most `row_bytes_max` bytes.
    void end_row() {
        *this << "\n";
        if (used_ >= capacity) flush();
    }

    void flush() {
        if (std::fwrite(buffer_.data(), 1, used_, file_) != used_ || std::fflush(file_) != 0) {
            throw std::runtime_error("cannot write: disk full?");
        }
        used_ = 0;
    }

private:
    static constexpr std::size_t capacity = 1U << 20U;
    static constexpr std::size_t row_bytes_max = 1024;

    std::FILE* file_;
    std::string buffer_;
    std::size_t used_ = 0;
};

struct Branch {
    std::string id;
    std::string basis;
};

std::vector<Branch> read_branches(const std::string& path) {
    std::ifstream file(path);
    if (!file) throw std::runtime_error("cannot read " + path);
    std::vector<Branch> branches;
    for (std::string line; std::getline(file, line);) {
        Branch branch;
        if (std::istringstream(line) >> branch.id >> branch.basis) branches.push_back(branch);
    }
    if (branches.empty()) throw std::runtime_error("no branches in " + path);
    return branches;
}

/// A number as text with leading zeros, at least `width` digits.
std::string padded(std::uint32_t number, std::size_t width) {
    std::string digits = std::to_string(number);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

void write_unit_id(Output& out, std::uint32_t unit, const Options& options) {
    if (options.has_text_ids) {
        out << "单位-" << padded(unit, 6);
    } else {
        out << unit;
    }
}

void write_units(const Options& options) {
    Random random(options.seed);
    Output out(options.out + "/units.csv");
    out << "unit,domain,review,veto,serious";
    out.end_row();
    for (std::uint32_t unit = 1; unit <= options.units; ++unit) {
        const auto domain = random.below(static_cast<std::uint32_t>(options.domains.size()));
        write_unit_id(out, unit, options);
        out << "," << options.domains[domain] << "," << 60 + random.below(40) << "."
            << padded(random.below(100), 2) << "," << (random.below(200) == 0 ? "1" : "0") << ","
            << (random.below(20) == 0 ? "1" : "0");
        out.end_row();
    }
    out.flush();
}

/// A count for counted branches, a measured figure or a level for the others; seldom two digits.
std::uint32_t random_value(Random& random, const Branch& branch) {
    if (branch.basis == "once") return 1;
    if (branch.basis == "level") return 1 + random.below(3);
    const bool is_large = random.below(20) == 0;
    return (branch.basis == "each" ? 1 : 0) + random.below(is_large ? 20 : 4);
}

std::string_view random_status(Random& random) {
    constexpr std::array<std::string_view, 20> shares{"draft", "withdrawn"};
    const std::string_view status = shares[random.below(shares.size())];
    return status.empty() ? "confirmed" : status;
}

void write_findings(const Options& options, const std::vector<Branch>& branches) {
    Random random(options.seed + 1);
    Output out(options.out + "/findings.csv");
    out << "unit,branch,value,status";
    out.end_row();
    for (std::uint64_t row = 0; row < options.findings; ++row) {
        const auto unit = options.is_in_unit_order
                              ? static_cast<std::uint32_t>(row * options.units / options.findings)
                              : random.below(options.units);
        const Branch& branch = branches[random.below(static_cast<std::uint32_t>(branches.size()))];
        write_unit_id(out, unit + 1, options);
        out << "," << branch.id << "," << random_value(random, branch) << ","
            << random_status(random);
        out.end_row();
    }
    out.flush();
}

std::vector<std::string> split_at_commas(const std::string& text) {
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, ',');) parts.push_back(part);
    if (parts.empty()) throw std::runtime_error("--domains: no domain");
    return parts;
}

/// One of two words: true if `text` is `yes`, false if it is `no`.
bool choose(const std::string& name, const std::string& text, std::string_view yes,
            std::string_view no) {
    if (text != yes && text != no) throw std::runtime_error(name + ": unknown value " + text);
    return text == yes;
}

Options parse_options(const std::vector<std::string>& arguments) {
    Options options;
    for (std::size_t i = 0; i < arguments.size(); i += 2) {
        const std::string& name = arguments[i];
        if (i + 1 == arguments.size()) throw std::runtime_error(name + " needs a value");
        const std::string& value = arguments[i + 1];
        if (name == "--branches")
            options.branches = value;
        else if (name == "--out")
            options.out = value;
        else if (name == "--units")
            options.units = static_cast<std::uint32_t>(std::stoul(value));
        else if (name == "--findings")
            options.findings = static_cast<std::uint32_t>(std::stoul(value));
        else if (name == "--seed")
            options.seed = std::stoull(value);
        else if (name == "--domains")
            options.domains = split_at_commas(value);
        else if (name == "--ids")
            options.has_text_ids = choose(name, value, "text", "dense");
        else if (name == "--order")
            options.is_in_unit_order = choose(name, value, "unit", "random");
        else
            throw std::runtime_error("unknown option " + name);
    }
    if (options.branches.empty()) throw std::runtime_error("--branches FILE is needed");
    return options;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const Options options = parse_options({argv + 1, argv + argc});
        write_units(options);
        write_findings(options, read_branches(options.branches));
    } catch (const std::exception& error) {
        std::cerr << "bench_generate: " << error.what() << '\n';
        return 1;
    }
}
