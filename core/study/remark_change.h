#pragma once

#include "core/study/change.h"

#include <QJsonObject>
#include <QUuid>

namespace neuraxis::study {

/// Keeps a remark of that kind about a visit. What is kept again under the same name, within `space`, takes the place of
/// what was kept before.
Change remarkChange(const QUuid& space, const QString& name, const QString& about, const QString& kind,
                    const QJsonObject& body, const QString& who);

} // namespace neuraxis::study
