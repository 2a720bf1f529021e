#include "core/analysis/joint_intensities.h"

#include <algorithm>
#include <cmath>

namespace neuraxis {

namespace {

struct Between {
    std::size_t node;
    float share; // of the next node
};

Between between(float brightness) {
    const float place = std::clamp(brightness, 0.F, 1.F) * (IntensityMap::nodes - 1);
    const auto node = std::min(static_cast<std::size_t>(place), static_cast<std::size_t>(IntensityMap::nodes - 2));
    return {node, place - static_cast<float>(node)};
}

} // namespace

void IntensityMap::Sums::add(float brightness, float other, float weight) {
    const auto [node, share] = between(brightness);
    const double next = double(weight) * double(share), here = double(weight) - next, value = other;
    at[node].weight += here;
    at[node].value += here * value;
    at[node].square += here * value * value;
    at[node + 1].weight += next;
    at[node + 1].value += next * value;
    at[node + 1].square += next * value * value;
}

void IntensityMap::Sums::operator+=(const Sums& more) {
    for (std::size_t i = 0; i < nodes; ++i) {
        at[i].weight += more.at[i].weight;
        at[i].value += more.at[i].value;
        at[i].square += more.at[i].square;
    }
}

IntensityMap::IntensityMap(const Sums& sums) {
    double weight = 0, value = 0, square = 0, within = 0;
    for (const Sums::Node& node : sums.at) {
        weight += node.weight;
        value += node.value;
        square += node.square;
    }
    if (!(weight > 0)) return;
    const double middle = value / weight, total = std::max(square / weight - middle * middle, 1e-12);
    // What is rare leans on its neighbours, and on the whole
    const double faint = 1e-4 * weight;
    for (int i = 0; i < nodes; ++i) {
        const double own = sums.at[static_cast<std::size_t>(i)].weight, lean = faint / (faint + own);
        double w = faint * 0.01, v = w * middle, s = w * (total + middle * middle);
        for (int j = std::max(i - 2, 0); j <= std::min(i + 2, nodes - 1); ++j) {
            const Sums::Node& node = sums.at[static_cast<std::size_t>(j)];
            const double part = j == i ? 1 : lean / (2 * std::abs(i - j));
            w += part * node.weight;
            v += part * node.value;
            s += part * node.square;
        }
        const double variance = std::max(s / w - (v / w) * (v / w), 0.0);
        mean[static_cast<std::size_t>(i)] = static_cast<float>(v / w);
        spread[static_cast<std::size_t>(i)] = static_cast<float>(variance);
        within += variance * own;
    }
    within /= weight;
    share = std::clamp(1 - within / total, 0.0, 1.0);
    for (float& variance : spread) variance += static_cast<float>(0.3 * within + 1e-6);
}

IntensityMap::Expected IntensityMap::operator()(float brightness) const {
    const auto [node, share] = between(brightness);
    const float step = mean[node + 1] - mean[node];
    const bool beyond = brightness < 0 || brightness > 1;
    return {mean[node] + share * step, beyond ? 0 : step * (nodes - 1),
            spread[node] + share * (spread[node + 1] - spread[node])};
}

void JointHistogram::add(float first, float second, float weight) {
    const auto bin = [](float value) {
        return static_cast<std::size_t>(std::clamp(value, 0.F, 1.F) * (bins - 1) + 0.5F);
    };
    count[bin(first) * bins + bin(second)] += weight;
    weights += double(weight);
    squares += double(weight) * double(weight);
}

double JointHistogram::mutualInformation() const {
    std::array<double, bins> rows{}, columns{};
    double joint = 0, apart = 0;
    int cells = 0, lines = 0;
    for (std::size_t i = 0; i < bins; ++i)
        for (std::size_t j = 0; j < bins; ++j) {
            const double n = double(count[i * bins + j]);
            if (n <= 0) continue;
            rows[i] += n;
            columns[j] += n;
            joint += n * std::log(n);
            ++cells;
        }
    if (!(weights > 0)) return 0;
    for (std::size_t i = 0; i < bins; ++i)
        for (const double n : {rows[i], columns[i]}) {
            if (n <= 0) continue;
            apart += n * std::log(n);
            ++lines;
        }
    const double points = weights * weights / squares;
    return (joint - apart) / weights + std::log(weights) - (cells - lines + 1) / (2 * points);
}

} // namespace neuraxis
