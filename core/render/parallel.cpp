#include "core/render/parallel.h"

#include <QThread>
#include <QtConcurrent>
#include <algorithm>
#include <numeric>
#include <vector>

namespace neuraxis::render {

void inParallel(int count, const std::function<void(int, int)>& work) {
    // More parts than cores: one that has less to do takes the next.
    std::vector<int> parts(
        static_cast<std::size_t>(std::clamp(QThread::idealThreadCount() * 8, 1, std::max(1, count))));
    std::iota(parts.begin(), parts.end(), 0);
    QtConcurrent::blockingMap(parts, [&](int part) {
        const auto edge = [&](int p) {
            return static_cast<int>(static_cast<qint64>(count) * p / static_cast<qint64>(parts.size()));
        };
        work(edge(part), edge(part + 1));
    });
}

} // namespace neuraxis::render
