#include "app/loader.h"

#include "core/io/cortex_add.h"
#include "core/io/packed_file.h"

#include <QCoreApplication>
#include <algorithm>

namespace neuraxis {

std::size_t memoryBudget() { return io::physicalMemory() / 4; }

namespace {
/// Four shapes, two triangles, some maps and parcellations.
constexpr std::size_t bytesPerVertex = 4 * sizeof(SurfacePoint) + 2 * sizeof(Triangle) + 8 * sizeof(float);

QString outOfMemory() {
    return QCoreApplication::translate("Loader",
                                       "There is not enough memory to read this. Close other programs and try again.");
}
} // namespace

Loader::Loader(QObject* parent) : QObject(parent) { pool.setMaxThreadCount(1); }

Loader::~Loader() {
    waiting.clear();
    if (running) running->cancel();
    pool.waitForDone();
}

void Loader::open(const QStringList& paths, bool asOverlay) {
    waiting.push_back({paths, asOverlay, -1, {}, {}});
    next();
}

void Loader::readAgain(Id id, const io::Found& found) {
    forget(id);
    waiting.push_front({{}, false, id, found, {}});
    next();
}

void Loader::lay(const std::shared_ptr<const Cortex>& cortex, const QStringList& files) {
    waiting.push_front({files, false, -1, {}, cortex});
    next();
}

void Loader::forget(Id id) {
    std::erase_if(waiting, [&](const Request& request) { return request.id == id; });
}

void Loader::cancel() {
    waiting.clear();
    if (running) running->cancel();
}

int Loader::stepsDone() const { return running ? running->stepsDone() : 0; }
int Loader::stepsTotal() const { return running ? running->stepsTotal() : 0; }

/// Tells of a job's work on the owner's thread, unless it was cancelled on the way.
template <class Signal> void Loader::post(const std::shared_ptr<io::Job>& job, Signal signal) {
    QMetaObject::invokeMethod(this, [job, signal = std::move(signal)] {
        if (!job->isCancelled()) signal();
    });
}

void Loader::next() {
    if (running) return;
    if (waiting.empty()) {
        Q_EMIT busyChanged();
        Q_EMIT finished();
        return;
    }
    const Request request = waiting.front();
    waiting.pop_front();
    running = std::make_shared<io::Job>();
    Q_EMIT busyChanged();
    pool.start([this, request, job = running] {
        try {
            if (request.onto)
                layOnto(request.onto, request.paths, job);
            else if (request.id < 0)
                scanAndRead(request, job);
            else
                readOne(request.id, request.found, job);
        } catch (const io::Cancelled&) {
        } catch (const std::bad_alloc&) {
            post(job, [this, id = request.id] { Q_EMIT failed(id, outOfMemory()); });
        }
        QMetaObject::invokeMethod(this, [this] {
            running.reset();
            next();
        });
    });
}

void Loader::scanAndRead(const Request& request, const std::shared_ptr<io::Job>& job) {
    std::shared_ptr<const Volume> first;
    io::Found firstFound;
    const io::Scan scan = io::scan(request.paths, *job, [&](const io::Found& found) {
        try {
            first = io::read(found, *job);
        } catch (const io::Error&) {
            return; // told below, when its turn comes
        }
        firstFound = found;
        post(job, [this, volume = first, asOverlay = request.asOverlay] { Q_EMIT firstVolume(volume, asOverlay); });
    });
    // At least one for each request, which is known by it
    const Id firstId = ids.fetch_add(std::max(1, static_cast<int>(scan.found.size())));
    post(job, [this, scan, firstId, asOverlay = request.asOverlay] { Q_EMIT scanned(scan, firstId, asOverlay); });
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < scan.found.size(); ++i) {
        // After what they lie in, before the rest
        if (i == 1) bytes += readCortices(scan, firstId, request.asOverlay, job);
        const io::Found& found = scan.found[i];
        const Id id = firstId + static_cast<Id>(i);
        if (first && found.files == firstFound.files && found.header == firstFound.header) {
            post(job, [this, id, first] { Q_EMIT volumeRead(id, first); });
        } else if (i == 0 || bytes + found.header.bytes() <= memoryBudget()) {
            readOne(id, found, job);
        } else {
            continue; // read when it is asked for
        }
        bytes += found.header.bytes();
    }
    if (scan.found.size() <= 1) readCortices(scan, firstId, request.asOverlay, job);
}

std::size_t Loader::readCortices(const io::Scan& scan, Id firstId, bool asOverlay,
                                 const std::shared_ptr<io::Job>& job) {
    std::size_t bytes = 0;
    for (const io::FoundCortex& found : scan.cortices) {
        const std::size_t its = (found.vertices[0] + found.vertices[1]) * bytesPerVertex;
        if (bytes > 0 && bytes + its > memoryBudget()) {
            const QString sentence = QCoreApplication::translate(
                "Loader", "The surfaces of %1 are not read: there is no memory for more. Open them by themselves.");
            post(job, [this, text = sentence.arg(found.name)] { Q_EMIT failed(-1, text); });
            continue;
        }
        bytes += its;
        try {
            const std::shared_ptr<const Cortex> cortex = found.source->read(*job);
            post(job, [this, cortex, files = found.files, firstId, asOverlay] {
                Q_EMIT cortexRead(cortex, files, firstId, asOverlay);
            });
        } catch (const io::Error& error) {
            post(job, [this, sentence = error.sentence()] { Q_EMIT failed(-1, sentence); });
        } catch (const std::bad_alloc&) {
            post(job, [this] { Q_EMIT failed(-1, outOfMemory()); });
        }
    }
    return bytes;
}

void Loader::layOnto(const std::shared_ptr<const Cortex>& cortex, const QStringList& files,
                     const std::shared_ptr<io::Job>& job) {
    std::shared_ptr<const Cortex> after = cortex;
    for (const QString& file : files) try {
            after = io::withFile(after, file, *job);
        } catch (const io::Error& error) {
            post(job, [this, sentence = error.sentence()] { Q_EMIT failed(-1, sentence); });
        }
    if (after == cortex) return;
    QString map;
    for (const auto& one : after->maps)
        if (std::find(cortex->maps.begin(), cortex->maps.end(), one) == cortex->maps.end()) map = one->name;
    post(job, [this, cortex, after, map] { Q_EMIT laid(cortex, after, map); });
}

void Loader::readOne(Id id, const io::Found& found, const std::shared_ptr<io::Job>& job) {
    QString sentence;
    try {
        const std::shared_ptr<const Volume> volume = io::read(found, *job);
        post(job, [this, id, volume] { Q_EMIT volumeRead(id, volume); });
        return;
    } catch (const io::Error& error) {
        sentence = error.sentence();
    } catch (const std::bad_alloc&) {
        sentence = outOfMemory();
    }
    post(job, [this, id, sentence] { Q_EMIT failed(id, sentence); });
}

} // namespace neuraxis
