#pragma once

#include <array>
#include <vector>

namespace neuraxis {

/// How bright the other image is where one image has a brightness. Brightness runs from 0 to 1.
class IntensityMap {
  public:
    static constexpr int nodes = 48;

    /// What was seen so far of one image by brightness of the other; sums that can be added up.
    struct Sums {
        struct Node {
            double weight = 0, value = 0, square = 0;
        };
        std::array<Node, nodes> at{};

        void add(float brightness, float other, float weight);
        void operator+=(const Sums& more);
    };

    IntensityMap() = default;
    explicit IntensityMap(const Sums& sums);

    struct Expected {
        float value, slope, variance;
    };
    [[nodiscard]] Expected operator()(float brightness) const;
    /// The share of the other image's variance that this one explains (the correlation ratio), 0 to 1.
    [[nodiscard]] double explained() const { return share; }

  private:
    std::array<float, nodes> mean{}, spread{};
    double share = 0;
};

/// How often two brightnesses meet.
class JointHistogram {
  public:
    void add(float first, float second, float weight);
    /// In nats, less what chance alone would give of so few points (Miller and Madow).
    [[nodiscard]] double mutualInformation() const;

  private:
    static constexpr int bins = 16;
    std::array<float, static_cast<std::size_t>(bins* bins)> count{};
    double weights = 0, squares = 0;
};

} // namespace neuraxis
