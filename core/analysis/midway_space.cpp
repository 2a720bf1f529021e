#include "core/analysis/midway_space.h"

#include "core/analysis/transform_logs.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

namespace neuraxis {

namespace {

constexpr int rounds = 30;
// A link that disagrees by so much counts half: at first by much, so that all have a say, then by less and less
constexpr double outliersFromMm = 50, outliersToMm = 0.5, lessEachRound = 0.7;
constexpr double brainMm = 65; // a brain's radius

TransformLog scaled(TransformLog log, double by) {
    for (auto& row : log)
        for (double& number : row) number *= by;
    return log;
}

void add(TransformLog& to, const TransformLog& log, double by) {
    for (std::size_t i = 0; i < 4; ++i)
        for (std::size_t j = 0; j < 4; ++j) to[i][j] += by * log[i][j];
}

/// Each visit by the best chain of links from visit 0.
std::vector<WorldTransform> chained(std::size_t visits, const std::vector<VisitLink>& links) {
    std::vector<WorldTransform> places(visits);
    std::vector<bool> reached(visits);
    reached[0] = true;
    for (std::size_t n = 1; n < visits; ++n) {
        const VisitLink* best = nullptr;
        for (const VisitLink& link : links)
            if (reached[link.first] != reached[link.second] && (!best || link.weight > best->weight)) best = &link;
        if (!best) break;
        const bool forth = reached[best->first];
        const std::size_t next = forth ? best->second : best->first;
        places[next] =
            forth ? best->secondOfFirst * places[best->first] : best->secondOfFirst.inverse() * places[best->second];
        reached[next] = true;
    }
    return places;
}

/// Moves the midway space so that the visits' logarithms sum to nothing.
void centre(std::vector<WorldTransform>& places) {
    for (int round = 0; round < rounds; ++round) {
        TransformLog mean{};
        for (const WorldTransform& place : places) add(mean, logOf(place), 1 / static_cast<double>(places.size()));
        const WorldTransform back = expOf(scaled(mean, -1));
        for (WorldTransform& place : places) place = place * back;
    }
}

} // namespace

double disagreementMm(const VisitLink& link, const std::vector<WorldTransform>& visitOfMidway,
                      const WorldPoint& brain) {
    const WorldTransform byLink = link.secondOfFirst * visitOfMidway[link.first];
    double squares = 0;
    for (const double mm : {-brainMm, brainMm})
        for (const WorldVector& way : {WorldVector{mm, 0, 0}, WorldVector{0, mm, 0}, WorldVector{0, 0, mm}}) {
            const double apart = length(byLink(brain + way) - visitOfMidway[link.second](brain + way));
            squares += apart * apart / 6;
        }
    return std::sqrt(squares);
}

std::vector<WorldTransform> midwaySpace(std::size_t visits, const std::vector<VisitLink>& links,
                                        const WorldPoint& brainOfFirstVisit, bool rigid) {
    std::vector<WorldTransform> places = chained(visits, links);
    const auto count = static_cast<Eigen::Index>(visits);
    double outlierMm = outliersFromMm;
    for (int round = 0; round < rounds; ++round) {
        const WorldPoint brain = places[0].inverse()(brainOfFirstVisit);
        Eigen::MatrixXd laplacian = Eigen::MatrixXd::Ones(count, count) / double(count); // the sum of all moves is 0
        Eigen::MatrixXd right = Eigen::MatrixXd::Zero(count, 16);
        for (const VisitLink& link : links) {
            const double apart = disagreementMm(link, places, brain) / outlierMm, w = link.weight / (1 + apart * apart);
            const auto i = static_cast<Eigen::Index>(link.first), j = static_cast<Eigen::Index>(link.second);
            const TransformLog rest = logOf(places[link.second].inverse() * link.secondOfFirst * places[link.first]);
            const Eigen::Map<const Eigen::RowVectorXd> e(rest[0].data(), 16);
            laplacian(i, i) += w;
            laplacian(j, j) += w;
            laplacian(i, j) -= w;
            laplacian(j, i) -= w;
            right.row(i) -= w * e;
            right.row(j) += w * e;
        }
        const Eigen::MatrixXd moves = laplacian.ldlt().solve(right);
        for (std::size_t v = 0; v < visits; ++v) {
            TransformLog move{};
            for (std::size_t n = 0; n < 16; ++n)
                move[n / 4][n % 4] = moves(static_cast<Eigen::Index>(v), static_cast<Eigen::Index>(n));
            places[v] = places[v] * expOf(move);
            if (rigid) places[v] = nearestRigid(places[v]);
        }
        if (outlierMm <= outliersToMm && moves.cwiseAbs().maxCoeff() < 1e-9) break;
        outlierMm = std::max(outlierMm * lessEachRound, outliersToMm);
    }
    centre(places);
    if (rigid)
        for (WorldTransform& place : places) place = nearestRigid(place);
    return places;
}

} // namespace neuraxis
