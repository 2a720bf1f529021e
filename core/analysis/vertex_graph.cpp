#include "core/analysis/vertex_graph.h"

#include <algorithm>

namespace neuraxis {

VertexGraph::VertexGraph(const Hemisphere& hemisphere) : first(hemisphere.vertices + 1, 0) {
    for (const Triangle& t : hemisphere.triangles)
        for (const std::uint32_t v : t) first[v + 1] += 2;
    for (std::size_t v = 0; v < hemisphere.vertices; ++v) first[v + 1] += first[v];
    std::vector<std::uint32_t> all(first.back());
    std::vector<std::size_t> next(first.begin(), first.end() - 1);
    for (const Triangle& t : hemisphere.triangles)
        for (std::size_t corner = 0; corner < 3; ++corner) {
            all[next[t[corner]]++] = t[(corner + 1) % 3];
            all[next[t[corner]]++] = t[(corner + 2) % 3];
        }
    // Most edges are of two triangles
    neighbours.reserve(all.size() / 2);
    for (std::size_t v = 0; v < hemisphere.vertices; ++v) {
        const auto begin = all.begin() + static_cast<std::ptrdiff_t>(first[v]),
                   end = all.begin() + static_cast<std::ptrdiff_t>(first[v + 1]);
        std::sort(begin, end);
        first[v] = neighbours.size();
        neighbours.insert(neighbours.end(), begin, std::unique(begin, end));
    }
    first.back() = neighbours.size();
}

} // namespace neuraxis
