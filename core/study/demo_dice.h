#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <random>

namespace neuraxis::study {

/// Numbers that come in the same order everywhere.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : engine(seed) {}
    double share() { return static_cast<double>(engine() >> 11) * 0x1p-53; }
    double between(double least, double most) { return least + (most - least) * share(); }
    bool chance(double of) { return share() < of; }
    double normal() { return std::sqrt(-2 * std::log(1 - share())) * std::cos(2 * std::numbers::pi * share()); }
    template <std::size_t N> std::size_t choose(const std::array<double, N>& shares) {
        double rest = share();
        for (std::size_t i = 0; i < N; ++i)
            if ((rest -= shares[i]) < 0) return i;
        return 0;
    }

  private:
    std::mt19937_64 engine;
};

} // namespace neuraxis::study
