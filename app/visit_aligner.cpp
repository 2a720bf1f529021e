#include "app/visit_aligner.h"

namespace neuraxis {

VisitAligner::VisitAligner(QObject* parent) : QObject(parent) { pool.setMaxThreadCount(1); }

VisitAligner::~VisitAligner() {
    if (cancelled) *cancelled = true;
    pool.waitForDone();
}

void VisitAligner::align(const VisitImageSet& images, AlignmentKind kind) {
    if (cancelled) *cancelled = true;
    const auto stop = cancelled = std::make_shared<std::atomic_bool>(false);
    done = 0;
    pool.start([this, images, kind, stop] {
        std::vector<Placement> places;
        try {
            places = placeVisits(images, kind, [&](double share) {
                if (!*stop) done = static_cast<int>(100 * share);
                return !*stop;
            });
        } catch (const std::bad_alloc&) {
        }
        QMetaObject::invokeMethod(this, [this, images, places, stop] {
            if (cancelled != stop) return;
            cancelled.reset();
            Q_EMIT busyChanged();
            if (places.empty())
                Q_EMIT failed();
            else
                Q_EMIT aligned(images, places);
        });
    });
    Q_EMIT busyChanged();
}

void VisitAligner::cancel() {
    if (!cancelled) return;
    *cancelled = true;
    cancelled.reset();
    Q_EMIT busyChanged();
}

} // namespace neuraxis
