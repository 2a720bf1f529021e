#include "widgets/busy_bar.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QToolButton>

namespace neuraxis {

BusyBar::BusyBar(std::function<State()> ask, QWidget* parent) : QWidget(parent), ask(std::move(ask)) {
    progress = new QProgressBar;
    progress->setFixedWidth(160);
    progress->setMaximumHeight(14);
    progress->setTextVisible(false);
    auto* cancel = new QToolButton;
    cancel->setText(tr("Cancel"));
    connect(cancel, &QToolButton::clicked, this, &BusyBar::cancelled);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(progress);
    row->addWidget(cancel);
    hide();
    timer.setInterval(100);
    connect(&timer, &QTimer::timeout, this, &BusyBar::refresh);
}

void BusyBar::refresh() {
    const State now = ask();
    if (now.busy != timer.isActive()) now.busy ? timer.start() : timer.stop();
    setVisible(now.busy);
    progress->setMaximum(now.total);
    progress->setValue(now.done);
}

} // namespace neuraxis
