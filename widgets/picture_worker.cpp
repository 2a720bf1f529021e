#include "widgets/picture_worker.h"

namespace neuraxis {

PictureWorker::PictureWorker(const QString& name, QObject* parent)
    : QObject(parent), thread(std::make_unique<QThread>()) {
    inThread = new QObject;
    inThread->moveToThread(thread.get());
    thread->setObjectName(name);
    thread->start();
}

PictureWorker::~PictureWorker() {
    stopping = true;
    abort = true;
    thread->quit();
    thread->wait();
    delete inThread;
}

void PictureWorker::request(const Draw& draw) {
    {
        const std::scoped_lock lock(mutex);
        waiting = draw;
        abort = true;
    }
    QMetaObject::invokeMethod(inThread, [this] { work(); });
}

void PictureWorker::work() {
    Draw draw;
    {
        const std::scoped_lock lock(mutex);
        draw.swap(waiting);
        abort = stopping.load();
    }
    if (!draw) return;
    if (const Deliver coarse = draw(false, stopping); coarse && !stopping) QMetaObject::invokeMethod(this, coarse);
    if (stopping) return;
    if (const Deliver full = draw(true, abort); full && !abort) QMetaObject::invokeMethod(this, full);
}

} // namespace neuraxis
