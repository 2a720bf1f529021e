#include "core/study/remark_change.h"

#include <QJsonDocument>

namespace neuraxis::study {

Change remarkChange(const QUuid& space, const QString& name, const QString& about, const QString& kind,
                    const QJsonObject& body, const QString& who) {
    return {newUid(),
            QDateTime::currentDateTimeUtc(),
            who,
            QStringLiteral("transform"),
            QUuid::createUuidV5(space, name).toString(QUuid::WithoutBraces),
            false,
            {{QStringLiteral("about"), about},
             {QStringLiteral("kind"), kind},
             {QStringLiteral("body"), QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact))}}};
}

} // namespace neuraxis::study
