<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>AlertRules</name>
    <message>
        <source>Click rate above 10 %</source>
        <translation>클릭률 10% 초과</translation>
    </message>
    <message>
        <source>More than 10 clicks in one session</source>
        <translation>한 세션에서 클릭 10회 초과</translation>
    </message>
    <message>
        <source>Error budget burns 14.4 times too fast</source>
        <translation>오류 예산 소진 속도 14.4배 초과</translation>
    </message>
    <message>
        <source>Error budget burns 6 times too fast</source>
        <translation>오류 예산 소진 속도 6배 초과</translation>
    </message>
    <message>
        <source>Error budget will not last</source>
        <translation>오류 예산이 기간 전에 소진됨</translation>
    </message>
    <message>
        <source>Events are stored late</source>
        <translation>이벤트 저장 지연</translation>
    </message>
    <message>
        <source>Events are missing</source>
        <translation>이벤트 누락</translation>
    </message>
    <message>
        <source>Spends faster than planned</source>
        <translation>계획보다 빠른 지출</translation>
    </message>
    <message>
        <source>Spends slower than planned</source>
        <translation>계획보다 느린 지출</translation>
    </message>
    <message>
        <source>Seat answers late</source>
        <translation>시트 응답 지연</translation>
    </message>
    <message>
        <source>Too many events are refused</source>
        <translation>데드 레터 이벤트 과다</translation>
    </message>
    <message>
        <source>A subscriber was not told</source>
        <translation>알림을 받지 못한 구독자가 있음</translation>
    </message>
    <message>
        <source>Write-ahead log above 256 MiB</source>
        <translation>미리 쓰기 로그 256 MiB 초과</translation>
    </message>
    <message>
        <source>Less than 2 GiB of disk left</source>
        <translation>디스크 여유 공간 2 GiB 미만</translation>
    </message>
    <message>
        <source>What must always hold does not</source>
        <translation>불변 조건 위반</translation>
    </message>
    <message>
        <source>Source cannot be read</source>
        <translation>소스를 읽을 수 없음</translation>
    </message>
    <message>
        <source>More than 80 % of the memory is used</source>
        <translation>메모리를 80% 넘게 사용 중</translation>
    </message>
</context>
<context>
    <name>AlertWords</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1 MiB</translation>
    </message>
    <message>
        <source>%1 times</source>
        <comment>how much faster than planned</comment>
        <translation>%1배</translation>
    </message>
    <message>
        <source>for %1</source>
        <comment>an alert, so long</comment>
        <translation>%1 동안</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>an alert</comment>
        <translation>%1부터</translation>
    </message>
    <message>
        <source>PENDING</source>
        <comment>state of an alert</comment>
        <translation>대기</translation>
    </message>
    <message>
        <source>%1; held %2 of %3</source>
        <comment>value; how long, of how long</comment>
        <translation>%1; %3 중 %2 지속</translation>
    </message>
    <message>
        <source>Silenced</source>
        <comment>state of an alert</comment>
        <translation>무음</translation>
    </message>
    <message>
        <source>Explained</source>
        <comment>an alert that another one explains</comment>
        <translation>원인 있음</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <comment>state of an alert</comment>
        <translation>확인됨</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>person, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>FIRING</source>
        <comment>state of an alert</comment>
        <translation>발생 중</translation>
    </message>
    <message>
        <source>Silence</source>
        <comment>a rule that mutes alerts</comment>
        <translation>무음</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>of a silence</comment>
        <translation>%1 남음</translation>
    </message>
    <message>
        <source>Resolved</source>
        <comment>state of an alert</comment>
        <translation>해결됨</translation>
    </message>
    <message>
        <source>%1, limit %2</source>
        <comment>value of an alert</comment>
        <translation>%1, 한도 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n firing</source>
        <translation>
            <numerusform>%n건 발생 중</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n건 대기</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n muted</source>
        <translation>
            <numerusform>%n건 무음</numerusform>
        </translation>
    </message>
    <message>
        <source>none firing</source>
        <translation>발생 없음</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between counts</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1, at least %2</source>
        <comment>value of an alert</comment>
        <translation>%1, 하한 %2</translation>
    </message>
</context>
<context>
    <name>Auction</name>
    <message>
        <source>won</source>
        <translation>낙찰</translation>
    </message>
    <message>
        <source>outbid</source>
        <translation>가격 열세</translation>
    </message>
    <message>
        <source>below floor</source>
        <translation>플로어 미달</translation>
    </message>
    <message>
        <source>too late</source>
        <translation>시간 초과</translation>
    </message>
    <message>
        <source>no bid</source>
        <translation>미입찰</translation>
    </message>
    <message>
        <source>wrong size</source>
        <translation>크기 불일치</translation>
    </message>
    <message>
        <source>wrong currency</source>
        <translation>통화 불일치</translation>
    </message>
    <message>
        <source>blocked category</source>
        <translation>차단 카테고리</translation>
    </message>
    <message>
        <source>blocked advertiser</source>
        <translation>차단 광고주</translation>
    </message>
    <message>
        <source>seat not allowed</source>
        <translation>허용 안 된 시트</translation>
    </message>
    <message>
        <source>unknown deal</source>
        <translation>없는 딜</translation>
    </message>
    <message>
        <source>not positive</source>
        <translation>0 이하</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>끊김</translation>
    </message>
    <message>
        <source>lost the tie</source>
        <translation>동가 탈락</translation>
    </message>
    <message>
        <source>Bid</source>
        <translation>입찰</translation>
    </message>
    <message>
        <source>Not active</source>
        <translation>비활성</translation>
    </message>
    <message>
        <source>Outside its flight</source>
        <translation>집행 기간 밖</translation>
    </message>
    <message>
        <source>Targeting</source>
        <translation>타기팅</translation>
    </message>
    <message>
        <source>No fitting creative</source>
        <translation>맞는 소재 없음</translation>
    </message>
    <message>
        <source>Blocked by the publisher</source>
        <translation>매체 차단</translation>
    </message>
    <message>
        <source>Quota spent</source>
        <translation>할당량 소진</translation>
    </message>
    <message>
        <source>Frequency cap</source>
        <translation>빈도 제한</translation>
    </message>
    <message>
        <source>Worth nothing here</source>
        <translation>여기선 가치 없음</translation>
    </message>
    <message>
        <source>Not chosen by its seat</source>
        <translation>시트가 고르지 않음</translation>
    </message>
    <message>
        <source>Seat late</source>
        <translation>시트 지연</translation>
    </message>
    <message>
        <source>Seat cut off</source>
        <translation>시트 끊김</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>국가</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>지역</translation>
    </message>
    <message>
        <source>City</source>
        <translation>도시</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>기기</translation>
    </message>
    <message>
        <source>Device make</source>
        <translation>제조사</translation>
    </message>
    <message>
        <source>Operating system</source>
        <translation>운영체제</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>브라우저</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>지면</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>매체</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>도메인</translation>
    </message>
    <message>
        <source>App</source>
        <translation>앱</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>성별</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>나이</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>카테고리</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>세그먼트</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>관심사</translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation>키워드</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>딜</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>반경</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>영역</translation>
    </message>
    <message>
        <source>System version</source>
        <translation>OS 버전</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>방문</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>프로필</translation>
    </message>
    <message>
        <source>Ad request</source>
        <translation>광고 요청</translation>
    </message>
    <message>
        <source>Bid requests</source>
        <translation>입찰 요청</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>표시</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>피드백</translation>
    </message>
    <message>
        <source>First price</source>
        <translation>1차 가격</translation>
    </message>
    <message>
        <source>Second price</source>
        <translation>2차 가격</translation>
    </message>
    <message>
        <source>Soft floor</source>
        <translation>소프트 플로어</translation>
    </message>
    <message>
        <source>Auction</source>
        <translation>경매</translation>
    </message>
</context>
<context>
    <name>AuctionFacts</name>
    <message>
        <source>converted</source>
        <translation>전환</translation>
    </message>
    <message>
        <source>clicked</source>
        <translation>클릭</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>노출</translation>
    </message>
</context>
<context>
    <name>AuctionFactsWords</name>
    <message>
        <source>Auction %1</source>
        <translation>경매 %1</translation>
    </message>
    <message>
        <source>prices per thousand, %1</source>
        <translation>1,000회당 가격, %1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>매체</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>지면</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>국가</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>기기</translation>
    </message>
    <message>
        <source>Seats in time</source>
        <translation>제때 응답</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Bids</source>
        <translation>입찰</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>플로어</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>가격</translation>
    </message>
    <message>
        <source>Won by</source>
        <translation>낙찰자</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>캠페인</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation>소요 시간</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Full story</source>
        <translation>전체 기록</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>보관</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>미보관</translation>
    </message>
    <message>
        <source>Bid of %1</source>
        <translation>%1 입찰</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>price, what became of it</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>AuctionList</name>
    <message>
        <source>Outbid by %1</source>
        <translation>%1에 밀림</translation>
    </message>
    <message>
        <source>Below floor %1</source>
        <translation>플로어 %1 미달</translation>
    </message>
    <message>
        <source>Seat late</source>
        <translation>시트 지연</translation>
    </message>
    <message>
        <source>Did not bid</source>
        <translation>미입찰</translation>
    </message>
    <message>
        <source>%1: %2 ms</source>
        <comment>step of an auction, duration</comment>
        <translation>%1: %2 ms</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Auction</source>
        <translation>경매</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>매체</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>지면</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>시트</translation>
    </message>
    <message>
        <source>Bids</source>
        <translation>입찰</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>플로어</translation>
    </message>
    <message>
        <source>%1 bid</source>
        <comment>column: id of a campaign</comment>
        <translation>%1 입찰</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>가격</translation>
    </message>
    <message>
        <source>Won by</source>
        <translation>낙찰자</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>캠페인</translation>
    </message>
    <message>
        <source>Why %1 lost</source>
        <comment>column: id of a campaign</comment>
        <translation>%1 패찰 이유</translation>
    </message>
    <message>
        <source>Timing to %1 ms</source>
        <translation>타이밍, %1 ms까지</translation>
    </message>
    <message>
        <source>ms</source>
        <comment>column: milliseconds</comment>
        <translation>ms</translation>
    </message>
    <message>
        <source>A square marks auctions whose full story was kept.</source>
        <translation>사각형은 전체 기록이 보관된 경매를 뜻합니다.</translation>
    </message>
    <message>
        <source>Seats that answered in time, of those asked.</source>
        <translation>요청받은 시트 중 제때 응답한 시트입니다.</translation>
    </message>
    <message>
        <source>Bids received in time.</source>
        <translation>제때 받은 입찰 수입니다.</translation>
    </message>
    <message>
        <source>Per thousand impressions.</source>
        <translation>노출 1,000회 기준입니다.</translation>
    </message>
    <message>
        <source>The seven steps from visit to feedback; the dashed line is the limit.</source>
        <translation>방문부터 피드백까지의 일곱 단계입니다. 점선은 한도입니다.</translation>
    </message>
    <message>
        <source>From visit to feedback.</source>
        <translation>방문부터 피드백까지 걸린 시간입니다.</translation>
    </message>
    <message>
        <source>%1 offered %2 and pays %3; %4 offered %5.</source>
        <translation>%1: %2 제시, %3 지불. %4: %5 제시.</translation>
    </message>
    <message>
        <source>The campaign was not its seat&apos;s bid; open the auction to see why.</source>
        <translation>이 캠페인은 시트의 입찰로 뽑히지 않았습니다. 이유는 경매를 열어 확인하세요.</translation>
    </message>
    <message>
        <source>The full story was kept.</source>
        <translation>전체 기록이 보관되어 있습니다.</translation>
    </message>
    <message>
        <source>The full story was not kept: only the steps are known.</source>
        <translation>전체 기록이 보관되지 않아 단계만 알 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>BidFormula</name>
    <message>
        <source>max(%1 × (1 + 0.1 × %2) × device %3, floor %4 × 1.1)</source>
        <translation>max(%1 × (1 + 0.1 × %2) × 기기 %3, 플로어 %4 × 1.1)</translation>
    </message>
    <message>
        <source>CPM %1</source>
        <translation>CPM %1</translation>
    </message>
    <message>
        <source>drawn evenly below CPM %1</source>
        <translation>CPM %1 미만에서 균등 추출</translation>
    </message>
    <message>
        <source>pCTR %1 × CPC %2 × 1000</source>
        <translation>pCTR %1 × CPC %2 × 1000</translation>
    </message>
    <message>
        <source>base %1 × pCTR %2 ÷ mean %3</source>
        <translation>기준가 %1 × pCTR %2 ÷ 평균 %3</translation>
    </message>
    <message>
        <source>√(c ÷ λ × pCTR %1 + c²) − c with c %2, λ %3</source>
        <translation>√(c ÷ λ × pCTR %1 + c²) − c, c %2, λ %3</translation>
    </message>
    <message>
        <source>pCTR %1 × pCVR %2 × CPA %3 × 1000</source>
        <translation>pCTR %1 × pCVR %2 × CPA %3 × 1000</translation>
    </message>
    <message>
        <source>pCTR %1 × pCVR %2 × conversion value %3 ÷ ROAS %4 × 1000</source>
        <translation>pCTR %1 × pCVR %2 × 전환 가치 %3 ÷ ROAS %4 × 1000</translation>
    </message>
    <message>
        <source>the winner&apos;s own bid %1</source>
        <translation>낙찰자 본인 입찰가 %1</translation>
    </message>
    <message>
        <source>below the soft floor %1: the winner&apos;s own bid %2</source>
        <translation>소프트 플로어 %1 미만: 낙찰자 본인 입찰가 %2</translation>
    </message>
    <message>
        <source>max(%1, %2 + %3)</source>
        <translation>max(%1, %2 + %3)</translation>
    </message>
    <message>
        <source>alone: the floor %1</source>
        <translation>단독: 플로어 %1</translation>
    </message>
    <message>
        <source>alone: the own bid %1</source>
        <translation>단독: 본인 입찰가 %1</translation>
    </message>
    <message>
        <source>%1 × pacing %2</source>
        <comment>terms of a bid</comment>
        <translation>%1 × 페이싱 %2</translation>
    </message>
    <message>
        <source>%1, shaded to %2</source>
        <comment>terms of a bid</comment>
        <translation>%1, 셰이딩 후 %2</translation>
    </message>
    <message>
        <source>%1, at most %2</source>
        <comment>terms of a bid</comment>
        <translation>%1, 최대 %2</translation>
    </message>
    <message>
        <source>The price grows by a tenth for every interest and segment that fits.</source>
        <translation>맞는 관심사와 세그먼트마다 가격이 10분의 1씩 오릅니다.</translation>
    </message>
    <message>
        <source>It is at least the floor times 1.1.</source>
        <translation>최소한 플로어의 1.1배입니다.</translation>
    </message>
    <message>
        <source>base: the price of an impression with the mean click rate</source>
        <translation>기준가: 평균 클릭률인 노출의 가격</translation>
    </message>
    <message>
        <source>mean: the click rate at which the base price is right</source>
        <translation>평균: 기준가가 맞는 클릭률</translation>
    </message>
    <message>
        <source>c: the constant of the win curve</source>
        <translation>c: 낙찰 곡선의 상수</translation>
    </message>
    <message>
        <source>λ: what a unit of budget is worth in clicks</source>
        <translation>λ: 예산 한 단위의 클릭 환산 가치</translation>
    </message>
    <message>
        <source>CPC: what a click may cost</source>
        <translation>CPC: 클릭당 허용 비용</translation>
    </message>
    <message>
        <source>CPA: what a conversion may cost</source>
        <translation>CPA: 전환당 허용 비용</translation>
    </message>
    <message>
        <source>ROAS: wanted revenue for each unit of cost</source>
        <translation>ROAS: 비용 한 단위당 목표 매출</translation>
    </message>
    <message>
        <source>The same price for every impression.</source>
        <translation>모든 노출에 같은 가격입니다.</translation>
    </message>
    <message>
        <source>pCTR: how likely a click is</source>
        <translation>pCTR: 클릭 확률</translation>
    </message>
    <message>
        <source>pCVR: how likely a conversion after a click is</source>
        <translation>pCVR: 클릭 후 전환 확률</translation>
    </message>
    <message>
        <source>pacing: lowers bids so that the budget lasts</source>
        <translation>페이싱: 예산이 끝까지 가도록 입찰가를 낮춤</translation>
    </message>
    <message>
        <source>pacing: raises bids so that the budget gets spent</source>
        <translation>페이싱: 예산을 다 쓰도록 입찰가를 높임</translation>
    </message>
    <message>
        <source>%1, rounded to multiples of %2</source>
        <comment>price formula, step</comment>
        <translation>%1, %2 단위로 반올림</translation>
    </message>
    <message>
        <source>CPM</source>
        <translation>CPM</translation>
    </message>
    <message>
        <source>target CPC</source>
        <translation>목표 CPC</translation>
    </message>
    <message>
        <source>target CPA</source>
        <translation>목표 CPA</translation>
    </message>
</context>
<context>
    <name>Bookmarks</name>
    <message>
        <source>Seat late</source>
        <translation>시트 지연</translation>
    </message>
    <message>
        <source>Below floor</source>
        <translation>플로어 미달</translation>
    </message>
    <message>
        <source>Nobody won</source>
        <translation>유찰</translation>
    </message>
</context>
<context>
    <name>CampaignCells</name>
    <message>
        <source>%1 %2</source>
        <comment>rule, advice</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Checked: keeps the rules.</source>
        <translation>검사 완료: 규칙에 맞습니다.</translation>
    </message>
    <message>
        <source>%1 spent today, %2 since the start.</source>
        <translation>오늘 %1 소진, 시작 이후 %2 소진.</translation>
    </message>
    <message>
        <source>Live: %1</source>
        <translation>라이브: %1</translation>
    </message>
</context>
<context>
    <name>CampaignFacts</name>
    <message>
        <source>%1, amounts in %2</source>
        <comment>campaign id, currency</comment>
        <translation>%1, 금액 단위 %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Advertiser</source>
        <translation>광고주</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>시트</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>전략</translation>
    </message>
    <message>
        <source>Flight ends</source>
        <translation>집행 종료</translation>
    </message>
    <message>
        <source>Day budget</source>
        <translation>일예산</translation>
    </message>
    <message>
        <source>Spent today</source>
        <translation>오늘 소진</translation>
    </message>
    <message>
        <source>Plan by now</source>
        <translation>현재 계획</translation>
    </message>
    <message>
        <source>To plan</source>
        <translation>진도율</translation>
    </message>
    <message>
        <source>Total budget</source>
        <translation>총예산</translation>
    </message>
    <message>
        <source>Spent in all</source>
        <translation>총소진</translation>
    </message>
    <message>
        <source>Bids</source>
        <translation>입찰</translation>
    </message>
    <message>
        <source>Wins</source>
        <translation>낙찰</translation>
    </message>
    <message>
        <source>Wins of its bids</source>
        <translation>낙찰률</translation>
    </message>
    <message>
        <source>Impressions</source>
        <translation>노출</translation>
    </message>
    <message>
        <source>Clicks</source>
        <translation>클릭</translation>
    </message>
    <message>
        <source>CTR</source>
        <translation>CTR</translation>
    </message>
    <message>
        <source>Conversions</source>
        <translation>전환</translation>
    </message>
    <message>
        <source>Pacing</source>
        <translation>페이싱</translation>
    </message>
    <message>
        <source>Held as quota</source>
        <translation>할당 예약</translation>
    </message>
    <message>
        <source>Lost to pacing</source>
        <translation>페이싱 손실</translation>
    </message>
</context>
<context>
    <name>CampaignFields</name>
    <message>
        <source>“%1” is not an amount. Write a number such as 12.50.</source>
        <translation>“%1”: 금액이 아닙니다. 12.50처럼 입력하세요.</translation>
    </message>
    <message>
        <source>“%1” is not a state.</source>
        <translation>“%1”: 상태가 아닙니다.</translation>
    </message>
    <message>
        <source>“%1” is not a day. Write it as 2026-04-05, or nothing for an open end.</source>
        <translation>“%1”: 날짜가 아닙니다. 2026-04-05처럼 입력하거나, 종료일이 없으면 비워 두세요.</translation>
    </message>
</context>
<context>
    <name>CampaignWords</name>
    <message>
        <source>Draft</source>
        <translation>초안</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>집행 중</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>계약</translation>
    </message>
    <message>
        <source>Fixed CPM</source>
        <translation>고정 CPM</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>상수</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>무작위</translation>
    </message>
    <message>
        <source>Target CPC</source>
        <translation>목표 CPC</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>선형</translation>
    </message>
    <message>
        <source>ORTB</source>
        <translation>ORTB</translation>
    </message>
    <message>
        <source>Target CPA</source>
        <translation>목표 CPA</translation>
    </message>
    <message>
        <source>Target ROAS</source>
        <translation>목표 ROAS</translation>
    </message>
    <message>
        <source>Bid</source>
        <translation>입찰가</translation>
    </message>
    <message>
        <source>Price per thousand</source>
        <translation>1,000회당 가격</translation>
    </message>
    <message>
        <source>Highest price per thousand</source>
        <translation>1,000회당 최고가</translation>
    </message>
    <message>
        <source>Target per click</source>
        <translation>클릭당 목표</translation>
    </message>
    <message>
        <source>Base price per thousand</source>
        <translation>1,000회당 기준가</translation>
    </message>
    <message>
        <source>Target per conversion</source>
        <translation>전환당 목표</translation>
    </message>
    <message>
        <source>Wanted revenue per cost</source>
        <translation>비용 대비 목표 매출</translation>
    </message>
    <message>
        <source>Banner</source>
        <translation>배너</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>동영상</translation>
    </message>
    <message>
        <source>Native</source>
        <translation>네이티브</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>캠페인</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>소재</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>일</translation>
    </message>
    <message>
        <source>Lifetime</source>
        <translation>전체 기간</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>국가</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>지역</translation>
    </message>
    <message>
        <source>City</source>
        <translation>도시</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>기기</translation>
    </message>
    <message>
        <source>Device make</source>
        <translation>제조사</translation>
    </message>
    <message>
        <source>Operating system</source>
        <translation>운영체제</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>브라우저</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>지면</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>매체</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>도메인</translation>
    </message>
    <message>
        <source>App</source>
        <translation>앱</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>성별</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>나이</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>카테고리</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>세그먼트</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>관심사</translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation>키워드</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>딜</translation>
    </message>
    <message>
        <source>Hour of week</source>
        <translation>요일·시간</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>장소</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>영역</translation>
    </message>
    <message>
        <source>System version</source>
        <translation>OS 버전</translation>
    </message>
    <message>
        <source>any of</source>
        <translation>하나라도</translation>
    </message>
    <message>
        <source>all of</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>none of</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>수정</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>As fast as possible</source>
        <translation>최대한 빠르게</translation>
    </message>
    <message>
        <source>Even</source>
        <translation>균등</translation>
    </message>
    <message>
        <source>By traffic</source>
        <translation>트래픽 비례</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Adaptive dual</source>
        <translation>적응형 쌍대</translation>
    </message>
    <message>
        <source>Model-predictive</source>
        <translation>모델 예측</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>일반</translation>
    </message>
    <message>
        <source>Guaranteed</source>
        <translation>보장</translation>
    </message>
    <message>
        <source>Impressions</source>
        <translation>노출</translation>
    </message>
    <message>
        <source>Clicks</source>
        <translation>클릭</translation>
    </message>
    <message>
        <source>Conversions</source>
        <translation>전환</translation>
    </message>
    <message>
        <source>A fixed amount a day</source>
        <translation>하루 고정 금액</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>혼합</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Command palette</source>
        <translation>명령 팔레트</translation>
    </message>
    <message>
        <source>Find an action, a campaign, an auction or a setting.</source>
        <translation>기능, 캠페인, 경매, 설정을 찾습니다.</translation>
    </message>
    <message>
        <source>Go to Overview</source>
        <translation>개요로 이동</translation>
    </message>
    <message>
        <source>Is the desk healthy, and what needs you.</source>
        <translation>데스크 상태와 지금 처리할 일을 봅니다.</translation>
    </message>
    <message>
        <source>Go to Market</source>
        <translation>시장으로 이동</translation>
    </message>
    <message>
        <source>What happened in one auction, and why.</source>
        <translation>경매 하나에서 무슨 일이 왜 일어났는지 봅니다.</translation>
    </message>
    <message>
        <source>Go to Campaigns</source>
        <translation>캠페인으로 이동</translation>
    </message>
    <message>
        <source>Change many campaigns safely.</source>
        <translation>여러 캠페인을 안전하게 바꿉니다.</translation>
    </message>
    <message>
        <source>Go to Training</source>
        <translation>훈련으로 이동</translation>
    </message>
    <message>
        <source>Run a market, change it, learn.</source>
        <translation>시장을 돌리고, 바꾸고, 배웁니다.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>The thing that was open before.</source>
        <translation>이전에 열었던 항목으로 갑니다.</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>앞으로</translation>
    </message>
    <message>
        <source>The thing that was open after it.</source>
        <translation>다음에 열었던 항목으로 갑니다.</translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation>다음 패널</translation>
    </message>
    <message>
        <source>Move the focus to the next panel.</source>
        <translation>포커스를 다음 패널로 옮깁니다.</translation>
    </message>
    <message>
        <source>Previous panel</source>
        <translation>이전 패널</translation>
    </message>
    <message>
        <source>Move the focus to the panel before.</source>
        <translation>포커스를 이전 패널로 옮깁니다.</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>인스펙터</translation>
    </message>
    <message>
        <source>Show or hide the log and journal of the market.</source>
        <translation>시장의 로그와 저널을 보이거나 숨깁니다.</translation>
    </message>
    <message>
        <source>Dark or light</source>
        <translation>어둡게/밝게</translation>
    </message>
    <message>
        <source>Switch between the dark and the light theme.</source>
        <translation>어두운 테마와 밝은 테마를 전환합니다.</translation>
    </message>
    <message>
        <source>Row height</source>
        <translation>행 높이</translation>
    </message>
    <message>
        <source>Switch all tables between compact and comfortable rows.</source>
        <translation>모든 표의 행을 좁게 또는 넓게 바꿉니다.</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>키오스크</translation>
    </message>
    <message>
        <source>Show the page alone on the whole screen.</source>
        <translation>페이지만 전체 화면으로 보여 줍니다.</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>배치 초기화</translation>
    </message>
    <message>
        <source>Panels and columns as they were at first.</source>
        <translation>패널과 열을 처음 상태로 되돌립니다.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Theme, language, row height and layout.</source>
        <translation>테마, 언어, 행 높이, 배치를 정합니다.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>All keys of this window and page.</source>
        <translation>이 창과 페이지의 모든 단축키입니다.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>Close the window and stop the market.</source>
        <translation>창을 닫고 시장을 멈춥니다.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Put the cursor into the filter of the page.</source>
        <translation>커서를 페이지의 필터로 옮깁니다.</translation>
    </message>
    <message>
        <source>Pause or play</source>
        <translation>중지/재생</translation>
    </message>
    <message>
        <source>Stop the market or let it run.</source>
        <translation>시장을 멈추거나 다시 돌립니다.</translation>
    </message>
    <message>
        <source>Follow the newest</source>
        <translation>최신 따라가기</translation>
    </message>
    <message>
        <source>Let new rows move the list.</source>
        <translation>새 행이 오면 목록이 따라 움직입니다.</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>라이브로 복귀</translation>
    </message>
    <message>
        <source>Show the present again.</source>
        <translation>현재 시점을 다시 보여 줍니다.</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>이동…</translation>
    </message>
    <message>
        <source>A time, an id or a number.</source>
        <translation>시각, ID 또는 번호입니다.</translation>
    </message>
    <message>
        <source>Next thing that needs you</source>
        <translation>다음 처리할 일</translation>
    </message>
    <message>
        <source>Select the next warning or error.</source>
        <translation>다음 경고나 오류를 선택합니다.</translation>
    </message>
    <message>
        <source>Previous thing that needs you</source>
        <translation>이전 처리할 일</translation>
    </message>
    <message>
        <source>Select the warning or error before.</source>
        <translation>이전 경고나 오류를 선택합니다.</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>표식</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Open the reason of the selected thing.</source>
        <translation>선택한 항목의 이유를 엽니다.</translation>
    </message>
    <message>
        <source>Trace to the source</source>
        <translation>출처 추적</translation>
    </message>
    <message>
        <source>Open where the selected number comes from.</source>
        <translation>선택한 숫자의 출처를 엽니다.</translation>
    </message>
    <message>
        <source>Chart as table</source>
        <translation>차트를 표로</translation>
    </message>
    <message>
        <source>Show the values of the chart as rows.</source>
        <translation>차트 값을 행으로 보여 줍니다.</translation>
    </message>
    <message>
        <source>One step earlier</source>
        <translation>한 칸 이전</translation>
    </message>
    <message>
        <source>Move the time range to the left.</source>
        <translation>시간 범위를 왼쪽으로 옮깁니다.</translation>
    </message>
    <message>
        <source>One step later</source>
        <translation>한 칸 이후</translation>
    </message>
    <message>
        <source>Move the time range to the right.</source>
        <translation>시간 범위를 오른쪽으로 옮깁니다.</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Back to the whole time range.</source>
        <translation>전체 시간 범위로 돌아갑니다.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Take the last edit back.</source>
        <translation>마지막 수정을 되돌립니다.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Do the edit again.</source>
        <translation>수정을 다시 적용합니다.</translation>
    </message>
    <message>
        <source>Save draft</source>
        <translation>초안 저장</translation>
    </message>
    <message>
        <source>Keep the draft in the workspace.</source>
        <translation>초안을 작업 공간에 보관합니다.</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>새 캠페인</translation>
    </message>
    <message>
        <source>Add a campaign to the draft.</source>
        <translation>초안에 캠페인을 추가합니다.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Open the selected row.</source>
        <translation>선택한 행을 엽니다.</translation>
    </message>
    <message>
        <source>Edit cell</source>
        <translation>셀 수정</translation>
    </message>
    <message>
        <source>Change the value in place.</source>
        <translation>값을 그 자리에서 바꿉니다.</translation>
    </message>
    <message>
        <source>Take the proposed value</source>
        <translation>제안값 적용</translation>
    </message>
    <message>
        <source>Use the value the validation proposes.</source>
        <translation>검사에서 제안한 값을 씁니다.</translation>
    </message>
    <message>
        <source>Check row</source>
        <translation>행 체크</translation>
    </message>
    <message>
        <source>Add the row to the checked ones.</source>
        <translation>행을 체크한 행에 더합니다.</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>모든 행</translation>
    </message>
    <message>
        <source>Select every row of the list.</source>
        <translation>목록의 모든 행을 선택합니다.</translation>
    </message>
    <message>
        <source>Copy cells</source>
        <translation>셀 복사</translation>
    </message>
    <message>
        <source>Copy the selected rows, tab separated.</source>
        <translation>선택한 행을 탭으로 구분해 복사합니다.</translation>
    </message>
    <message>
        <source>Menu of the cell</source>
        <translation>셀 메뉴</translation>
    </message>
    <message>
        <source>Use the value of the cell as a filter.</source>
        <translation>셀 값을 필터로 씁니다.</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>한 단계 뒤로</translation>
    </message>
    <message>
        <source>Leave the editor, close what is open, clear the selection.</source>
        <translation>편집기를 나가고, 열린 것을 닫고, 선택을 해제합니다.</translation>
    </message>
    <message>
        <source>What-if</source>
        <translation>가정</translation>
    </message>
    <message>
        <source>Change the selected auction and see the new outcome.</source>
        <translation>선택한 경매를 바꿔 새 결과를 봅니다.</translation>
    </message>
    <message>
        <source>Raw JSON</source>
        <translation>원본 JSON</translation>
    </message>
    <message>
        <source>Show the trace of the auction as a document.</source>
        <translation>경매 트레이스를 문서로 봅니다.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>필터 지우기</translation>
    </message>
    <message>
        <source>Show every auction again.</source>
        <translation>모든 경매를 다시 봅니다.</translation>
    </message>
    <message>
        <source>Review changes…</source>
        <translation>변경 검토…</translation>
    </message>
    <message>
        <source>Compare the draft with what is live, then publish.</source>
        <translation>초안을 라이브와 비교한 뒤 게시합니다.</translation>
    </message>
    <message>
        <source>Discard draft…</source>
        <translation>초안 폐기…</translation>
    </message>
    <message>
        <source>Drop every change that is not published.</source>
        <translation>게시하지 않은 변경을 모두 버립니다.</translation>
    </message>
    <message>
        <source>Remove campaign</source>
        <translation>캠페인 제거</translation>
    </message>
    <message>
        <source>Take the selected campaigns out, in the draft.</source>
        <translation>선택한 캠페인을 초안에서 뺍니다.</translation>
    </message>
    <message>
        <source>Show all campaigns</source>
        <translation>모든 캠페인 보기</translation>
    </message>
    <message>
        <source>Clear the filter of the table.</source>
        <translation>표의 필터를 지웁니다.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>한 단계</translation>
    </message>
    <message>
        <source>Run one auction of the paused market.</source>
        <translation>중지된 시장에서 경매를 하나 진행합니다.</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>빠르게</translation>
    </message>
    <message>
        <source>The next higher speed.</source>
        <translation>속도를 한 단계 올립니다.</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>느리게</translation>
    </message>
    <message>
        <source>The next lower speed.</source>
        <translation>속도를 한 단계 내립니다.</translation>
    </message>
    <message>
        <source>Start over…</source>
        <translation>처음부터…</translation>
    </message>
    <message>
        <source>Load the scenario from its beginning.</source>
        <translation>시나리오를 처음부터 불러옵니다.</translation>
    </message>
    <message>
        <source>Restore all controls</source>
        <translation>모든 컨트롤 복원</translation>
    </message>
    <message>
        <source>Give every control the scenario&apos;s value.</source>
        <translation>모든 컨트롤을 시나리오 값으로 되돌립니다.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>창</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>모든 페이지</translation>
    </message>
    <message>
        <source>Tables and editors</source>
        <translation>표와 편집기</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>개요</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>시장</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>캠페인</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>Duplicate campaign</source>
        <translation>캠페인 복제</translation>
    </message>
    <message>
        <source>Add a copy of the selected campaign to the draft.</source>
        <translation>선택한 캠페인의 사본을 초안에 추가합니다.</translation>
    </message>
    <message>
        <source>Edit together…</source>
        <translation>함께 수정…</translation>
    </message>
    <message>
        <source>Change bid or day budget of the checked campaigns at once.</source>
        <translation>체크한 캠페인의 입찰가나 일예산을 한 번에 바꿉니다.</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>뒤로 한 단계</translation>
    </message>
    <message>
        <source>Go to before the last auction by repeating the run.</source>
        <translation>실행을 반복해 마지막 경매 직전으로 갑니다.</translation>
    </message>
    <message>
        <source>Open a scenario file…</source>
        <translation>시나리오 파일 열기…</translation>
    </message>
    <message>
        <source>Run a scenario from a file of your own.</source>
        <translation>내 파일의 시나리오를 실행합니다.</translation>
    </message>
    <message>
        <source>Open beside</source>
        <translation>옆에 열기</translation>
    </message>
    <message>
        <source>Show the selected row in the inspector.</source>
        <translation>선택한 행을 인스펙터에서 봅니다.</translation>
    </message>
    <message>
        <source>Go to Schedule</source>
        <translation>일정으로 이동</translation>
    </message>
    <message>
        <source>Did every campaign get its round and its quota.</source>
        <translation>모든 캠페인이 회차와 할당량을 받았는지 봅니다.</translation>
    </message>
    <message>
        <source>Run a round now…</source>
        <translation>지금 회차 실행…</translation>
    </message>
    <message>
        <source>Collect, settle and distribute at once; lists first what it does.</source>
        <translation>수집, 정산, 배분을 한 번에 합니다. 먼저 할 일을 보여 줍니다.</translation>
    </message>
    <message>
        <source>Retry the task…</source>
        <translation>작업 재시도…</translation>
    </message>
    <message>
        <source>Let the selected failed task go on where it stopped.</source>
        <translation>선택한 실패 작업을 멈춘 곳부터 이어 갑니다.</translation>
    </message>
    <message>
        <source>Cancel the task…</source>
        <translation>작업 취소…</translation>
    </message>
    <message>
        <source>End the selected task and take back what it settled.</source>
        <translation>선택한 작업을 끝내고 정산한 것을 되돌립니다.</translation>
    </message>
    <message>
        <source>Newest round</source>
        <translation>최신 회차</translation>
    </message>
    <message>
        <source>Show the newest round again and follow it.</source>
        <translation>최신 회차를 다시 보고 따라갑니다.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>일정</translation>
    </message>
    <message>
        <source>Go to Settlement</source>
        <translation>정산으로 이동</translation>
    </message>
    <message>
        <source>Where the money is, and whether it adds up.</source>
        <translation>돈이 어디 있고 합이 맞는지 봅니다.</translation>
    </message>
    <message>
        <source>Pay in…</source>
        <translation>입금…</translation>
    </message>
    <message>
        <source>Money that came to the selected wallet.</source>
        <translation>선택한 지갑에 들어온 돈을 기록합니다.</translation>
    </message>
    <message>
        <source>Wallet terms…</source>
        <translation>지갑 조건…</translation>
    </message>
    <message>
        <source>Prepaid or credit, and when to warn.</source>
        <translation>선불 또는 후불, 경고 기준을 정합니다.</translation>
    </message>
    <message>
        <source>Adjustment…</source>
        <translation>조정…</translation>
    </message>
    <message>
        <source>Give back the selected charge or movement, wholly or in part.</source>
        <translation>선택한 청구나 이체를 전부 또는 일부 돌려줍니다.</translation>
    </message>
    <message>
        <source>Refund the auction…</source>
        <translation>경매 환불…</translation>
    </message>
    <message>
        <source>Give back the price of the auction on which the books differ.</source>
        <translation>장부가 어긋난 경매의 대금을 돌려줍니다.</translation>
    </message>
    <message>
        <source>Invoice…</source>
        <translation>청구서…</translation>
    </message>
    <message>
        <source>Issue an invoice for the day that is shown.</source>
        <translation>표시된 날의 청구서를 발행합니다.</translation>
    </message>
    <message>
        <source>Print preview</source>
        <translation>인쇄 미리보기</translation>
    </message>
    <message>
        <source>See the document as it is printed.</source>
        <translation>문서를 인쇄 모습대로 봅니다.</translation>
    </message>
    <message>
        <source>Export money…</source>
        <translation>금액 내보내기…</translation>
    </message>
    <message>
        <source>Ledger, books and documents as CSV, XLSX or PDF.</source>
        <translation>원장, 장부, 문서를 CSV, XLSX, PDF로 내보냅니다.</translation>
    </message>
    <message>
        <source>Newest day</source>
        <translation>최신 일자</translation>
    </message>
    <message>
        <source>Show the newest day again and follow it.</source>
        <translation>최신 일자를 다시 보고 따라갑니다.</translation>
    </message>
    <message>
        <source>Settlement</source>
        <translation>정산</translation>
    </message>
    <message>
        <source>Go to Pipeline</source>
        <translation>파이프라인으로 이동</translation>
    </message>
    <message>
        <source>Is every event stored once, and what is stuck.</source>
        <translation>모든 이벤트가 한 번씩 저장되었는지, 무엇이 막혔는지 봅니다.</translation>
    </message>
    <message>
        <source>Redrive…</source>
        <translation>재처리…</translation>
    </message>
    <message>
        <source>Redrive only this</source>
        <translation>이것만 재처리</translation>
    </message>
    <message>
        <source>Judge the dead letter that is shown again, as it is repaired.</source>
        <translation>표시된 데드 레터를 복구한 대로 다시 판정합니다.</translation>
    </message>
    <message>
        <source>Make a rule…</source>
        <translation>규칙 만들기…</translation>
    </message>
    <message>
        <source>A rule that repairs the selected field of later events.</source>
        <translation>이후 이벤트의 선택한 필드를 복구하는 규칙입니다.</translation>
    </message>
    <message>
        <source>Raw line</source>
        <translation>원본 줄</translation>
    </message>
    <message>
        <source>Show the dead letter as it came.</source>
        <translation>데드 레터를 들어온 그대로 표시합니다.</translation>
    </message>
    <message>
        <source>Show all open dead letters</source>
        <translation>열린 데드 레터 모두 보기</translation>
    </message>
    <message>
        <source>Clear the filter of the dead letters.</source>
        <translation>데드 레터의 필터를 지웁니다.</translation>
    </message>
    <message>
        <source>Edit the rules…</source>
        <translation>규칙 편집…</translation>
    </message>
    <message>
        <source>Change what is checked and repaired, and try it first.</source>
        <translation>검사와 복구 내용을 바꾸고 먼저 시험합니다.</translation>
    </message>
    <message>
        <source>Feed a file…</source>
        <translation>파일 투입…</translation>
    </message>
    <message>
        <source>Collect events from a file, a folder or an address.</source>
        <translation>파일, 폴더 또는 주소에서 이벤트를 수집합니다.</translation>
    </message>
    <message>
        <source>Pause or resume the source</source>
        <translation>소스 일시 정지 또는 재개</translation>
    </message>
    <message>
        <source>Stop or go on reading the selected file or address.</source>
        <translation>선택한 파일이나 주소의 읽기를 멈추거나 계속합니다.</translation>
    </message>
    <message>
        <source>Replay…</source>
        <translation>재생…</translation>
    </message>
    <message>
        <source>Count every counter anew from the log and compare.</source>
        <translation>로그에서 모든 카운터를 다시 세어 비교합니다.</translation>
    </message>
    <message>
        <source>Flow of the stages</source>
        <translation>단계 흐름</translation>
    </message>
    <message>
        <source>Stages with rates and backlogs, and all panels below.</source>
        <translation>속도와 적체가 있는 단계, 그리고 아래의 모든 패널입니다.</translation>
    </message>
    <message>
        <source>25 batch states</source>
        <translation>배치 상태 25개</translation>
    </message>
    <message>
        <source>Every state of a batch, and the batches.</source>
        <translation>배치의 모든 상태와 배치 목록입니다.</translation>
    </message>
    <message>
        <source>Rules in force</source>
        <translation>적용 중인 규칙</translation>
    </message>
    <message>
        <source>What each rule passed, repaired and refused.</source>
        <translation>규칙마다 통과, 복구, 거부한 수입니다.</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>파이프라인</translation>
    </message>
    <message>
        <source>Acknowledge the alert</source>
        <translation>알림 확인</translation>
    </message>
    <message>
        <source>Say that you have seen the selected alert and look at it.</source>
        <translation>선택한 알림을 보았고 처리 중임을 알립니다.</translation>
    </message>
    <message>
        <source>Silence the alert…</source>
        <translation>알림 무음…</translation>
    </message>
    <message>
        <source>Tell nobody of alerts like the selected one for a time.</source>
        <translation>선택한 것과 같은 알림을 일정 시간 통지하지 않습니다.</translation>
    </message>
    <message>
        <source>Rules of alerts…</source>
        <translation>알림 규칙…</translation>
    </message>
    <message>
        <source>Change what is watched, and what fires when.</source>
        <translation>감시 대상과 발생 조건을 바꿉니다.</translation>
    </message>
    <message>
        <source>Who is told of alerts…</source>
        <translation>알림 수신자…</translation>
    </message>
    <message>
        <source>Send alerts to webhooks and files, by level and rule.</source>
        <translation>수준과 규칙에 따라 알림을 웹훅과 파일로 보냅니다.</translation>
    </message>
    <message>
        <source>Judge the checked dead letters again, or send the selected dead deliveries; lists first what it does.</source>
        <translation>선택한 데드 레터를 다시 판정하거나 선택한 실패 전달을 다시 보냅니다. 먼저 할 일을 나열합니다.</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>폐기…</translation>
    </message>
    <message>
        <source>Give the checked dead letters or deliveries up, with a reason.</source>
        <translation>선택한 데드 레터나 전달을 사유와 함께 폐기합니다.</translation>
    </message>
    <message>
        <source>Next dead letter or delivery</source>
        <translation>다음 데드 레터 또는 전달</translation>
    </message>
    <message>
        <source>Show the next dead letter or delivery of the list.</source>
        <translation>목록의 다음 데드 레터 또는 전달을 표시합니다.</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>전달</translation>
    </message>
    <message>
        <source>Who is told of alerts, and what nobody took: redrive or discard it.</source>
        <translation>알림 수신자와 아무도 받지 않은 전달을 봅니다. 재처리하거나 폐기합니다.</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>테스트 보내기</translation>
    </message>
    <message>
        <source>One alert of no meaning to the selected subscriber.</source>
        <translation>선택한 구독자에게 의미 없는 알림을 하나 보냅니다.</translation>
    </message>
    <message>
        <source>What people did about subscribers</source>
        <translation>구독자에 대한 작업 기록</translation>
    </message>
    <message>
        <source>Who redrove, discarded, tested or changed what, and why.</source>
        <translation>누가 무엇을 재처리, 폐기, 테스트, 변경했는지와 그 사유를 봅니다.</translation>
    </message>
    <message>
        <source>Go to System</source>
        <translation>시스템으로 이동</translation>
    </message>
    <message>
        <source>What is wrong with which part, and is the store safe.</source>
        <translation>어느 부분에 문제가 있고 저장은 안전한지 봅니다.</translation>
    </message>
    <message>
        <source>Explore metrics</source>
        <translation>지표 탐색</translation>
    </message>
    <message>
        <source>Any measure by campaign, ad, publisher and so on, beside the time before.</source>
        <translation>캠페인, 광고, 매체 등으로 어떤 지표든 이전과 나란히 봅니다.</translation>
    </message>
    <message>
        <source>Copy the explorer as CSV</source>
        <translation>탐색 결과를 CSV로 복사</translation>
    </message>
    <message>
        <source>Its rows with every step, amounts exact.</source>
        <translation>모든 단계의 행, 금액은 정확한 값입니다.</translation>
    </message>
    <message>
        <source>Remove the source</source>
        <translation>소스 제거</translation>
    </message>
    <message>
        <source>Read the selected file or address no more; what it brought stays.</source>
        <translation>선택한 파일이나 주소를 더 이상 읽지 않습니다. 가져온 데이터는 남습니다.</translation>
    </message>
    <message>
        <source>Acknowledge the fault</source>
        <translation>장애 확인</translation>
    </message>
    <message>
        <source>Say that you have seen the selected fault.</source>
        <translation>선택한 장애를 보았음을 표시합니다.</translation>
    </message>
    <message>
        <source>Move the fault on…</source>
        <translation>장애 상태 변경…</translation>
    </message>
    <message>
        <source>Take the selected fault to its next state by hand.</source>
        <translation>선택한 장애를 직접 다음 상태로 옮깁니다.</translation>
    </message>
    <message>
        <source>Maintenance…</source>
        <translation>유지보수…</translation>
    </message>
    <message>
        <source>Work on the selected part: its alerts raise no fault.</source>
        <translation>선택한 부분을 유지보수합니다. 그 알림은 장애를 일으키지 않습니다.</translation>
    </message>
    <message>
        <source>End the maintenance</source>
        <translation>유지보수 종료</translation>
    </message>
    <message>
        <source>Nobody works on the selected part any more.</source>
        <translation>선택한 부분의 유지보수가 끝났습니다.</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>서비스</translation>
    </message>
    <message>
        <source>The parts of the desk and what is wrong with them.</source>
        <translation>데스크의 각 부분과 그 문제를 봅니다.</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>소스</translation>
    </message>
    <message>
        <source>Where events come from, and how fresh they are.</source>
        <translation>이벤트가 어디에서 오고 얼마나 최신인지 봅니다.</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>The workspace&apos;s file, its log and its tables.</source>
        <translation>작업 공간 파일과 로그, 테이블을 봅니다.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>Where old events go…</source>
        <translation>오래된 이벤트의 행방…</translation>
    </message>
    <message>
        <source>After how many days events are moved, archived or dropped.</source>
        <translation>이벤트를 며칠 뒤에 옮기고 보관하고 삭제할지 정합니다.</translation>
    </message>
    <message>
        <source>Move old events now</source>
        <translation>오래된 이벤트 지금 이동</translation>
    </message>
    <message>
        <source>Move every day that is old enough, as the policy says.</source>
        <translation>정책대로 기한이 된 날을 모두 옮깁니다.</translation>
    </message>
    <message>
        <source>Restore a day…</source>
        <translation>하루 복원…</translation>
    </message>
    <message>
        <source>Bring the events of a day back from the archive.</source>
        <translation>하루의 이벤트를 보관소에서 가져옵니다.</translation>
    </message>
    <message>
        <source>Mark the selected row, or the moment of the cursor.</source>
        <translation>선택한 행 또는 커서의 시점을 표시합니다.</translation>
    </message>
    <message>
        <source>Change the annotation…</source>
        <translation>주석 변경…</translation>
    </message>
    <message>
        <source>The text or the moment of the one selected in the event log.</source>
        <translation>이벤트 로그에서 선택한 주석의 글이나 시점입니다.</translation>
    </message>
    <message>
        <source>Remove the annotation</source>
        <translation>주석 삭제</translation>
    </message>
    <message>
        <source>Take the one selected in the event log away; can be undone.</source>
        <translation>이벤트 로그에서 선택한 주석을 지웁니다. 되돌릴 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>fault on</source>
        <translation>장애 켬</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>value before, value after</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Price rule</source>
        <translation>가격 규칙</translation>
    </message>
    <message>
        <source>Increment</source>
        <translation>증분</translation>
    </message>
    <message>
        <source>Soft floor</source>
        <translation>소프트 플로어</translation>
    </message>
    <message>
        <source>All floors</source>
        <translation>전체 플로어</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>트래픽</translation>
    </message>
    <message>
        <source>%1 deadline</source>
        <translation>%1 마감</translation>
    </message>
    <message>
        <source>%1 cut off</source>
        <translation>%1 끊김</translation>
    </message>
    <message>
        <source>%1 back</source>
        <translation>%1 복구</translation>
    </message>
    <message>
        <source>fault off</source>
        <translation>장애 끔</translation>
    </message>
    <message>
        <source>%1 strategy</source>
        <translation>%1 전략</translation>
    </message>
    <message>
        <source>First</source>
        <comment>price rule</comment>
        <translation>1차</translation>
    </message>
    <message>
        <source>Second</source>
        <comment>price rule</comment>
        <translation>2차</translation>
    </message>
    <message>
        <source>Soft floor</source>
        <comment>price rule</comment>
        <translation>소프트 플로어</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>계약</translation>
    </message>
    <message>
        <source>Fixed CPM</source>
        <translation>고정 CPM</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>상수</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>무작위</translation>
    </message>
    <message>
        <source>Target CPC</source>
        <translation>목표 CPC</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>선형</translation>
    </message>
    <message>
        <source>ORTB</source>
        <translation>ORTB</translation>
    </message>
    <message>
        <source>Target CPA</source>
        <translation>목표 CPA</translation>
    </message>
    <message>
        <source>Target ROAS</source>
        <translation>목표 ROAS</translation>
    </message>
    <message>
        <source>Price landscape</source>
        <translation>가격 지형</translation>
    </message>
    <message>
        <source>Log-normal prices</source>
        <translation>로그 정규 가격</translation>
    </message>
    <message>
        <source>Recorded prices</source>
        <translation>기록된 가격</translation>
    </message>
</context>
<context>
    <name>DeadFilter</name>
    <message>
        <source>the quotation mark is not closed</source>
        <translation>따옴표가 닫히지 않았습니다</translation>
    </message>
    <message>
        <source>a state is open, redriven, discarded or any</source>
        <translation>상태는 open, redriven, discarded, any 중 하나입니다</translation>
    </message>
    <message>
        <source>a minute is written 14:31 or &quot;2026-03-20 14:31&quot;</source>
        <translation>분의 형식은 14:31 또는 &quot;2026-03-20 14:31&quot;입니다</translation>
    </message>
    <message>
        <source>a field is rule, source, text, state or minute</source>
        <translation>필드는 rule, source, text, state, minute 중 하나입니다</translation>
    </message>
    <message>
        <source>%1 is there twice</source>
        <translation>%1 항목이 두 번 있습니다</translation>
    </message>
    <message>
        <source>= is to follow</source>
        <translation>= 기호가 와야 합니다</translation>
    </message>
    <message>
        <source>a value is to follow</source>
        <translation>값이 와야 합니다</translation>
    </message>
    <message>
        <source>&quot;and&quot; is to follow</source>
        <translation>다음은 &quot;and&quot;입니다</translation>
    </message>
    <message>
        <source>a field is to follow</source>
        <translation>필드가 와야 합니다</translation>
    </message>
</context>
<context>
    <name>Deliveries</name>
    <message>
        <source>%1: %2</source>
        <comment>delivery, reason</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>그 밖에 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeliveryWords</name>
    <message>
        <source>webhook</source>
        <translation>웹훅</translation>
    </message>
    <message>
        <source>files</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>live</source>
        <translation>실시간</translation>
    </message>
    <message>
        <source>open</source>
        <translation>열림</translation>
    </message>
    <message>
        <source>redriven</source>
        <translation>재처리됨</translation>
    </message>
    <message>
        <source>discarded</source>
        <translation>폐기됨</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>전달됨</translation>
    </message>
    <message>
        <source>off</source>
        <comment>a subscriber</comment>
        <translation>꺼짐</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>보내는 중</translation>
    </message>
    <message>
        <source>failing, again at %1</source>
        <translation>실패 중, %1에 재시도</translation>
    </message>
    <message>
        <source>failing</source>
        <translation>실패 중</translation>
    </message>
    <message>
        <source>waits until %1</source>
        <translation>%1까지 대기</translation>
    </message>
    <message>
        <source>waits</source>
        <comment>a subscriber</comment>
        <translation>대기</translation>
    </message>
    <message>
        <source>told</source>
        <translation>통지됨</translation>
    </message>
    <message>
        <source>subscribers changed</source>
        <translation>구독자 변경</translation>
    </message>
    <message>
        <source>tested</source>
        <translation>테스트함</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>%1 to %2</source>
        <comment>date, date</comment>
        <translation>%1~%2</translation>
    </message>
    <message>
        <source>Statement, %1</source>
        <translation>명세서, %1</translation>
    </message>
    <message>
        <source>PROVISIONAL</source>
        <translation>잠정</translation>
    </message>
    <message>
        <source>FINAL</source>
        <translation>확정</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>지면</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>캠페인</translation>
    </message>
    <message>
        <source>Impressions</source>
        <translation>노출</translation>
    </message>
    <message>
        <source>Earned</source>
        <translation>수익</translation>
    </message>
    <message>
        <source>Owed at %1</source>
        <translation>%1 미지급</translation>
    </message>
    <message>
        <source>Wallet at %1</source>
        <translation>%1 지갑</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>청구액</translation>
    </message>
    <message>
        <source>Owed now</source>
        <translation>현재 미지급</translation>
    </message>
    <message>
        <source>Wallet now</source>
        <translation>현재 지갑</translation>
    </message>
    <message>
        <source>Windows of the period are still open, so amounts may grow.</source>
        <translation>기간 안에 열린 구간이 남아 있어 금액이 늘 수 있습니다.</translation>
    </message>
    <message>
        <source>Every window of the period is closed.</source>
        <translation>기간 안의 모든 구간이 마감되었습니다.</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>크레딧 노트</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>청구서</translation>
    </message>
    <message>
        <source>DRAFT</source>
        <translation>초안</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>발행</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>기한</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>공급가</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>세금</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>합계</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>A day budget cannot be negative.</source>
        <translation>일예산은 음수일 수 없습니다.</translation>
    </message>
    <message>
        <source>Write 0 for no bound per day, or more.</source>
        <translation>0(하루 한도 없음) 이상을 입력하세요.</translation>
    </message>
    <message>
        <source>Day budget %1 is more than the total of %2.</source>
        <translation>일예산 %1: 총예산 %2보다 많습니다.</translation>
    </message>
    <message>
        <source>Write %1 or less, or raise the total.</source>
        <translation>%1 이하로 입력하거나 총예산을 올리세요.</translation>
    </message>
    <message>
        <source>Total %1 is less than the %2 already spent.</source>
        <translation>총예산 %1: 이미 소진한 %2보다 적습니다.</translation>
    </message>
    <message>
        <source>Write %1 or more.</source>
        <translation>%1 이상을 입력하세요.</translation>
    </message>
    <message>
        <source>The flight ends before it starts.</source>
        <translation>집행 종료가 시작보다 빠릅니다.</translation>
    </message>
    <message>
        <source>Choose an end after the start.</source>
        <translation>시작 이후의 종료일을 고르세요.</translation>
    </message>
    <message>
        <source>A name has 1 to 255 characters.</source>
        <translation>이름은 1~255자입니다.</translation>
    </message>
    <message>
        <source>Write a name.</source>
        <translation>이름을 입력하세요.</translation>
    </message>
    <message>
        <source>This state cannot follow the live one.</source>
        <translation>라이브 상태에서 이 상태로 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>Draft leads to running, running and paused to each other, all to completed.</source>
        <translation>초안은 집행 중으로, 집행 중과 중지는 서로, 모든 상태는 완료로 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>Day budget %1 is more than the %2 left.</source>
        <translation>일예산 %1: 남은 %2보다 많습니다.</translation>
    </message>
    <message>
        <source>Write %1 or less, or raise the total of %2.</source>
        <translation>%1 이하로 입력하거나 총예산(%2)을 올리세요.</translation>
    </message>
    <message>
        <source>The flight is over.</source>
        <translation>집행 기간이 끝났습니다.</translation>
    </message>
    <message>
        <source>Choose a later end, or complete the campaign.</source>
        <translation>더 늦은 종료일을 고르거나 캠페인을 완료하세요.</translation>
    </message>
    <message>
        <source>There is nothing to show.</source>
        <translation>보여 줄 소재가 없습니다.</translation>
    </message>
    <message>
        <source>Add a creative.</source>
        <translation>소재를 추가하세요.</translation>
    </message>
    <message>
        <source>“%1” is not a seat that bids for campaigns.</source>
        <translation>“%1”: 캠페인에 입찰하는 시트가 아닙니다.</translation>
    </message>
    <message>
        <source>Choose a seat of this market.</source>
        <translation>이 시장의 시트를 고르세요.</translation>
    </message>
</context>
<context>
    <name>PipelineWords</name>
    <message>
        <source>Collect</source>
        <translation>수집</translation>
    </message>
    <message>
        <source>Validate</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>복구</translation>
    </message>
    <message>
        <source>Transform</source>
        <translation>변환</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Distribute</source>
        <translation>배포</translation>
    </message>
    <message>
        <source>fresh</source>
        <translation>최신</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>지연</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>오래됨</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>유휴</translation>
    </message>
    <message>
        <source>off</source>
        <translation>꺼짐</translation>
    </message>
    <message>
        <source>ring</source>
        <translation>링</translation>
    </message>
    <message>
        <source>HTTP push</source>
        <translation>HTTP 푸시</translation>
    </message>
    <message>
        <source>HTTP pixel</source>
        <translation>HTTP 픽셀</translation>
    </message>
    <message>
        <source>file</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>HTTP poll</source>
        <translation>HTTP 폴링</translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation>WebSocket</translation>
    </message>
    <message>
        <source>DataIngestion</source>
        <translation>데이터 수신</translation>
    </message>
    <message>
        <source>CollectionInProgress</source>
        <translation>수집 진행 중</translation>
    </message>
    <message>
        <source>CollectionFailed</source>
        <translation>수집 실패</translation>
    </message>
    <message>
        <source>ValidationPending</source>
        <translation>검증 대기</translation>
    </message>
    <message>
        <source>ValidationInProgress</source>
        <translation>검증 진행 중</translation>
    </message>
    <message>
        <source>ValidationPassed</source>
        <translation>검증 통과</translation>
    </message>
    <message>
        <source>ValidationPartial</source>
        <translation>검증 일부 통과</translation>
    </message>
    <message>
        <source>ValidationFailed</source>
        <translation>검증 실패</translation>
    </message>
    <message>
        <source>DataRepair</source>
        <translation>데이터 복구</translation>
    </message>
    <message>
        <source>ManualIntervention</source>
        <translation>수동 개입</translation>
    </message>
    <message>
        <source>TransformationPending</source>
        <translation>변환 대기</translation>
    </message>
    <message>
        <source>TransformationInProgress</source>
        <translation>변환 진행 중</translation>
    </message>
    <message>
        <source>TransformationCompleted</source>
        <translation>변환 완료</translation>
    </message>
    <message>
        <source>TransformationFailed</source>
        <translation>변환 실패</translation>
    </message>
    <message>
        <source>StoragePending</source>
        <translation>저장 대기</translation>
    </message>
    <message>
        <source>StorageInProgress</source>
        <translation>저장 진행 중</translation>
    </message>
    <message>
        <source>StorageCompleted</source>
        <translation>저장 완료</translation>
    </message>
    <message>
        <source>StorageFailed</source>
        <translation>저장 실패</translation>
    </message>
    <message>
        <source>StorageRetry</source>
        <translation>저장 재시도</translation>
    </message>
    <message>
        <source>DistributionPending</source>
        <translation>배포 대기</translation>
    </message>
    <message>
        <source>DistributionInProgress</source>
        <translation>배포 진행 중</translation>
    </message>
    <message>
        <source>DistributionCompleted</source>
        <translation>배포 완료</translation>
    </message>
    <message>
        <source>DistributionPartial</source>
        <translation>배포 일부 완료</translation>
    </message>
    <message>
        <source>DistributionFailed</source>
        <translation>배포 실패</translation>
    </message>
    <message>
        <source>DistributionRetry</source>
        <translation>배포 재시도</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>InProgress</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>일부</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>재시도</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>통과</translation>
    </message>
    <message>
        <source>format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>완전</translation>
    </message>
    <message>
        <source>consistent</source>
        <translation>일관</translation>
    </message>
    <message>
        <source>business</source>
        <translation>업무</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>도달 안 함</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>통과</translation>
    </message>
    <message>
        <source>repaired</source>
        <translation>복구됨</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>데드</translation>
    </message>
    <message>
        <source>quarantine</source>
        <translation>격리</translation>
    </message>
    <message>
        <source>open</source>
        <translation>열림</translation>
    </message>
    <message>
        <source>redriven</source>
        <translation>재처리됨</translation>
    </message>
    <message>
        <source>discarded</source>
        <translation>폐기됨</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>소스 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s), v%1</source>
        <translation>
            <numerusform>규칙 %n개, v%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) repair</source>
        <translation>
            <numerusform>복구 규칙 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n단계</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n writer(s)</source>
        <translation>
            <numerusform>기록기 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subscriber(s)</source>
        <translation>
            <numerusform>구독자 %n명</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation>방금</translation>
    </message>
    <message>
        <source>attribute, else dead</source>
        <translation>기여 확인, 아니면 데드</translation>
    </message>
    <message>
        <source>same request</source>
        <translation>같은 요청</translation>
    </message>
    <message>
        <source>click-through</source>
        <translation>클릭 후</translation>
    </message>
    <message>
        <source>view-through</source>
        <translation>노출 후</translation>
    </message>
</context>
<context>
    <name>PlaceText</name>
    <message>
        <source>Latitude %1 is not from -90 to 90.</source>
        <translation>위도 %1: -90에서 90 사이가 아닙니다.</translation>
    </message>
    <message>
        <source>Longitude %1 is not from -180 to 180.</source>
        <translation>경도 %1: -180에서 180 사이가 아닙니다.</translation>
    </message>
    <message>
        <source>A radius of %1 km is not from 0.001 to 100.</source>
        <translation>반경 %1 km: 0.001에서 100 사이가 아닙니다.</translation>
    </message>
    <message>
        <source>Corner %1: %2</source>
        <translation>꼭짓점 %1: %2</translation>
    </message>
    <message>
        <source>An area has at most 1000 corners, this has %1.</source>
        <translation>영역의 꼭짓점은 최대 1000개인데 %1개입니다.</translation>
    </message>
    <message>
        <source>“%1” is not a number. Write 31.23, 121.47, 5 km.</source>
        <translation>“%1”: 숫자가 아닙니다. 31.23, 121.47, 5 km처럼 입력하세요.</translation>
    </message>
    <message>
        <source>Write latitude, longitude and km, or three corners of an area.</source>
        <translation>위도, 경도, km 또는 영역의 꼭짓점 세 개를 입력하세요.</translation>
    </message>
    <message>
        <source>The last corner has no longitude.</source>
        <translation>마지막 꼭짓점에 경도가 없습니다.</translation>
    </message>
</context>
<context>
    <name>ReviewRows</name>
    <message>
        <source>%1 per %2 and %3</source>
        <comment>limit, scope, window</comment>
        <translation>%2·%3당 %1</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>전략</translation>
    </message>
    <message>
        <source>Highest bid per thousand</source>
        <translation>1,000회당 최고 입찰가</translation>
    </message>
    <message>
        <source>Value of a conversion</source>
        <translation>전환 가치</translation>
    </message>
    <message>
        <source>Average CTR</source>
        <translation>평균 CTR</translation>
    </message>
    <message>
        <source>Win curve constant</source>
        <translation>낙찰 곡선 상수</translation>
    </message>
    <message>
        <source>Worth of budget</source>
        <translation>예산의 가치</translation>
    </message>
    <message>
        <source>day budget %1, ends %2</source>
        <translation>일예산 %1, 종료 %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>rule, advice</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Live was published again since; publishing replaces it.</source>
        <translation>그 뒤 라이브가 다시 게시되었습니다. 지금 게시하면 덮어씁니다.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>시트</translation>
    </message>
    <message>
        <source>Advertiser</source>
        <translation>광고주</translation>
    </message>
    <message>
        <source>Total budget</source>
        <translation>총예산</translation>
    </message>
    <message>
        <source>Day budget</source>
        <translation>일예산</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>시간대</translation>
    </message>
    <message>
        <source>Caps</source>
        <translation>빈도 제한</translation>
    </message>
    <message>
        <source>Creatives</source>
        <translation>소재</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>상세</translation>
    </message>
    <message>
        <source>as live</source>
        <translation>라이브 동일</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>변경됨</translation>
    </message>
    <message>
        <source>Hour budget</source>
        <translation>시간 예산</translation>
    </message>
    <message>
        <source>Pacing</source>
        <translation>페이싱</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>게재</translation>
    </message>
    <message>
        <source>Charged for</source>
        <translation>과금 기준</translation>
    </message>
    <message>
        <source>Per click</source>
        <translation>클릭당</translation>
    </message>
    <message>
        <source>Per conversion</source>
        <translation>전환당</translation>
    </message>
    <message>
        <source>Per day</source>
        <translation>하루당</translation>
    </message>
    <message>
        <source>Further rounds</source>
        <translation>추가 회차</translation>
    </message>
</context>
<context>
    <name>SchedulePage</name>
    <message>
        <source>By hand %1</source>
        <translation>수동 %1</translation>
    </message>
    <message>
        <source>Round %1</source>
        <translation>회차 %1</translation>
    </message>
</context>
<context>
    <name>ScheduleWords</name>
    <message>
        <source>Pending</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>예정</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>DataCollecting</source>
        <translation>데이터 수집</translation>
    </message>
    <message>
        <source>Calculating</source>
        <translation>계산</translation>
    </message>
    <message>
        <source>Distributing</source>
        <translation>배분</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>PartiallyCompleted</source>
        <translation>일부 완료</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>재시도</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>interval</source>
        <translation>주기</translation>
    </message>
    <message>
        <source>cron</source>
        <translation>cron</translation>
    </message>
    <message>
        <source>event</source>
        <translation>이벤트</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>수동</translation>
    </message>
    <message>
        <source>high</source>
        <translation>높음</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>보통</translation>
    </message>
    <message>
        <source>low</source>
        <translation>낮음</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>수집</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>정산</translation>
    </message>
    <message>
        <source>Distribute</source>
        <translation>배분</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>시작 전</translation>
    </message>
    <message>
        <source>works</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>partly</source>
        <translation>일부</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>불명</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>되돌림</translation>
    </message>
    <message>
        <source>Hour budget</source>
        <translation>시간 예산</translation>
    </message>
    <message>
        <source>Day budget</source>
        <translation>일예산</translation>
    </message>
    <message>
        <source>Total budget</source>
        <translation>총예산</translation>
    </message>
    <message numerus="yes">
        <source>round by cron, %n campaign(s)</source>
        <translation>
            <numerusform>cron 회차, 캠페인 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>round, %n campaign(s)</source>
        <translation>
            <numerusform>회차, 캠페인 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Created</source>
        <translation>생성됨</translation>
    </message>
    <message>
        <source>%1: begins</source>
        <translation>%1: 시작</translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation>%1: 완료</translation>
    </message>
    <message>
        <source>%1: outcome unknown</source>
        <translation>%1: 결과 알 수 없음</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation>%1: 실패</translation>
    </message>
    <message>
        <source>%1: is to be undone</source>
        <translation>%1: 취소 예정</translation>
    </message>
    <message>
        <source>%1: undone</source>
        <translation>%1: 취소됨</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>재개됨</translation>
    </message>
    <message>
        <source>Cancel asked for</source>
        <translation>취소 요청됨</translation>
    </message>
    <message>
        <source>Stuck</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>the budget was changed</source>
        <translation>예산이 변경됨</translation>
    </message>
    <message>
        <source>the campaign was started</source>
        <translation>캠페인이 시작됨</translation>
    </message>
    <message>
        <source>the campaign was edited</source>
        <translation>캠페인이 편집됨</translation>
    </message>
    <message>
        <source>the wallet was changed</source>
        <translation>지갑이 변경됨</translation>
    </message>
    <message>
        <source>a report came late</source>
        <translation>보고가 늦게 도착함</translation>
    </message>
    <message>
        <source>the clock was set back</source>
        <translation>시계가 뒤로 돌려짐</translation>
    </message>
    <message>
        <source>an ad server joined</source>
        <translation>광고 서버가 합류함</translation>
    </message>
    <message>
        <source>an ad server left</source>
        <translation>광고 서버가 떠남</translation>
    </message>
    <message>
        <source>the market was opened</source>
        <translation>시장이 열림</translation>
    </message>
    <message>
        <source>the market was closed</source>
        <translation>시장이 닫힘</translation>
    </message>
    <message>
        <source>by its trigger</source>
        <translation>트리거에 의해</translation>
    </message>
    <message>
        <source>you: retry or leave it</source>
        <translation>사용자: 재시도하거나 그대로 두기</translation>
    </message>
    <message>
        <source>you: %1</source>
        <translation>사용자: %1</translation>
    </message>
    <message>
        <source>next try, %1 s</source>
        <translation>다음 시도, %1초</translation>
    </message>
    <message>
        <source>its turn</source>
        <translation>차례</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>수집됨</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>정산됨</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>%1이(가) 수행</translation>
    </message>
    <message>
        <source>every ad server has its quota</source>
        <translation>모든 광고 서버가 쿼터를 받음</translation>
    </message>
    <message numerus="yes">
        <source>%Ln win(s) for %1, from %2 of %3 ad servers</source>
        <translation>
            <numerusform>낙찰 %Ln건, %1, 광고 서버 %3대 중 %2대</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 charged, %2 held for quota</source>
        <translation>%1 청구, 쿼터용으로 %2 보류</translation>
    </message>
    <message>
        <source>charged before a restart, %1 in all; %2 held for quota</source>
        <translation>재시작 전에 청구됨, 누계 %1; 쿼터용으로 %2 보류</translation>
    </message>
    <message numerus="yes">
        <source>%1 of quota with %Ln ad server(s)</source>
        <translation>
            <numerusform>쿼터 %1, 광고 서버 %Ln대</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScoreWords</name>
    <message>
        <source>Quality</source>
        <translation>품질</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>성능</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>자원</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>비즈니스</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>완전성</translation>
    </message>
    <message>
        <source>passed every rule</source>
        <translation>모든 규칙 통과</translation>
    </message>
    <message>
        <source>stored within a second</source>
        <translation>1초 안에 저장</translation>
    </message>
    <message>
        <source>checks that hold</source>
        <translation>성립하는 검사</translation>
    </message>
    <message>
        <source>latency p99</source>
        <translation>지연 p99</translation>
    </message>
    <message>
        <source>processed of what came</source>
        <translation>처리 비율</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>거부</translation>
    </message>
    <message>
        <source>tried again</source>
        <translation>재시도</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>프로세서</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>디스크</translation>
    </message>
    <message>
        <source>network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>answered in time</source>
        <translation>제시간 응답</translation>
    </message>
    <message>
        <source>satisfied users</source>
        <translation>만족한 사용자</translation>
    </message>
    <message>
        <source>spent of the plan</source>
        <translation>계획 대비 지출</translation>
    </message>
    <message>
        <source>value of what was spent</source>
        <translation>지출 대비 가치</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 %2 (all points at %3)</source>
        <comment>part of a score: name, value, target</comment>
        <translation>%1 %2 (만점 기준 %3)</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>건강도</translation>
    </message>
</context>
<context>
    <name>Scoreboard</name>
    <message>
        <source>fill %1</source>
        <translation>필레이트 %1</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>끊김</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>%1 지연</translation>
    </message>
    <message>
        <source>%1 of %2 answers missed the deadline</source>
        <translation>응답 %2건 중 %1건이 마감을 넘김</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>시트</translation>
    </message>
    <message>
        <source>Played by</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>전략</translation>
    </message>
    <message>
        <source>Wins</source>
        <translation>낙찰</translation>
    </message>
    <message>
        <source>Share of wins</source>
        <translation>낙찰 비중</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>소진</translation>
    </message>
    <message>
        <source>CPM</source>
        <translation>CPM</translation>
    </message>
    <message>
        <source>Spend for a thousand wins</source>
        <translation>낙찰 1,000회당 소진</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>가치</translation>
    </message>
    <message>
        <source>Worth of the conversions</source>
        <translation>전환의 가치</translation>
    </message>
    <message>
        <source>ROAS</source>
        <translation>ROAS</translation>
    </message>
    <message>
        <source>Value by spend</source>
        <translation>소진 대비 가치</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>Value minus spend</source>
        <translation>가치에서 소진을 뺀 값</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>응답</translation>
    </message>
    <message numerus="yes">
        <source>%n seats</source>
        <translation>
            <numerusform>시트 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeatFacts</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1, amounts in %2</source>
        <comment>seat id, currency</comment>
        <translation>%1, 금액 단위 %2</translation>
    </message>
    <message>
        <source>Played by</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>전략</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>끊김</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>마감</translation>
    </message>
    <message>
        <source>Answers, p50</source>
        <translation>응답, p50</translation>
    </message>
    <message>
        <source>Answers, p99</source>
        <translation>응답, p99</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>응답</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>지연</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>number, share</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Wins</source>
        <translation>낙찰</translation>
    </message>
    <message>
        <source>Share of wins</source>
        <translation>낙찰 비중</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>소진</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>가치</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>순위</translation>
    </message>
</context>
<context>
    <name>SettlementWords</name>
    <message>
        <source>pending</source>
        <translation>보류</translation>
    </message>
    <message>
        <source>post</source>
        <translation>확정</translation>
    </message>
    <message>
        <source>void</source>
        <translation>무효</translation>
    </message>
    <message>
        <source>single</source>
        <translation>단일</translation>
    </message>
    <message>
        <source>reversal</source>
        <translation>역분개</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>만료</translation>
    </message>
    <message>
        <source>Paid in</source>
        <translation>입금</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>출금</translation>
    </message>
    <message>
        <source>Held for quota</source>
        <translation>할당 예약</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>청구</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>게재</translation>
    </message>
    <message>
        <source>Media bought</source>
        <translation>매체 구매</translation>
    </message>
    <message>
        <source>Late win</source>
        <translation>지연 낙찰</translation>
    </message>
    <message>
        <source>Not covered</source>
        <translation>미충당</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>거래소</translation>
    </message>
    <message>
        <source>Publisher share</source>
        <translation>매체 몫</translation>
    </message>
    <message>
        <source>Platform fee</source>
        <translation>플랫폼 수수료</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>세금</translation>
    </message>
    <message>
        <source>Claimed by nobody</source>
        <translation>미귀속</translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation>조정</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>환불</translation>
    </message>
    <message>
        <source>Round undone</source>
        <translation>회차 되돌림</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>대손</translation>
    </message>
    <message>
        <source>Late delivery</source>
        <translation>지연 게재</translation>
    </message>
    <message>
        <source>%1 wallet</source>
        <translation>%1 지갑</translation>
    </message>
    <message>
        <source>%1 budget</source>
        <translation>%1 예산</translation>
    </message>
    <message>
        <source>%1 payable</source>
        <translation>%1 미지급금</translation>
    </message>
    <message>
        <source>%1 margin</source>
        <translation>%1 마진</translation>
    </message>
    <message>
        <source>%1 suspense</source>
        <translation>%1 가계정</translation>
    </message>
    <message>
        <source>%1 late wins</source>
        <translation>%1 지연 낙찰</translation>
    </message>
    <message>
        <source>bank</source>
        <translation>은행</translation>
    </message>
    <message>
        <source>delivery</source>
        <translation>게재</translation>
    </message>
    <message>
        <source>platform revenue</source>
        <translation>플랫폼 매출</translation>
    </message>
    <message>
        <source>tax</source>
        <translation>세금</translation>
    </message>
    <message>
        <source>currency clearing</source>
        <translation>통화 청산</translation>
    </message>
    <message>
        <source>claimed by nobody</source>
        <translation>미귀속</translation>
    </message>
    <message>
        <source>Enough</source>
        <translation>충분</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>부족</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>no impression was confirmed</source>
        <translation>확인된 노출 없음</translation>
    </message>
    <message>
        <source>its impression was told another price</source>
        <translation>노출에 다른 가격이 통지됨</translation>
    </message>
    <message>
        <source>Media cost</source>
        <translation>매체 비용</translation>
    </message>
    <message>
        <source>of this publishers</source>
        <translation>그중 매체</translation>
    </message>
    <message>
        <source>of this platform fee</source>
        <translation>그중 플랫폼 수수료</translation>
    </message>
    <message>
        <source>of the fee tax</source>
        <translation>그중 수수료 세금</translation>
    </message>
</context>
<context>
    <name>SpendTable</name>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>그 외 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n campaign(s)</source>
        <translation>
            <numerusform>캠페인 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>캠페인</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>시트</translation>
    </message>
    <message>
        <source>Day budget</source>
        <translation>일예산</translation>
    </message>
    <message>
        <source>Spent today as part of the day budget; the line marks the plan by now.</source>
        <translation>일예산 중 오늘 소진한 비율입니다. 선은 현재 계획입니다.</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>소진</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>계획</translation>
    </message>
    <message>
        <source>To plan</source>
        <translation>진도율</translation>
    </message>
    <message>
        <source>Spent against the plan by now.</source>
        <translation>현재 계획 대비 소진입니다.</translation>
    </message>
</context>
<context>
    <name>SystemWords</name>
    <message>
        <source>Normal</source>
        <translation>정상</translation>
    </message>
    <message>
        <source>Monitoring</source>
        <translation>감시 중</translation>
    </message>
    <message>
        <source>Alert triggered</source>
        <translation>알림 발생</translation>
    </message>
    <message>
        <source>Investigating</source>
        <translation>조사 중</translation>
    </message>
    <message>
        <source>Auto healing</source>
        <translation>자동 복구</translation>
    </message>
    <message>
        <source>Healing in progress</source>
        <translation>복구 진행 중</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Manual intervention</source>
        <translation>수동 개입</translation>
    </message>
    <message>
        <source>Human fixing</source>
        <translation>수동 복구</translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation>에스컬레이션</translation>
    </message>
    <message>
        <source>Expert intervention</source>
        <translation>전문가 개입</translation>
    </message>
    <message>
        <source>System shutdown</source>
        <translation>시스템 중단</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>유지보수</translation>
    </message>
    <message>
        <source>traffic</source>
        <translation>트래픽</translation>
    </message>
    <message>
        <source>latency</source>
        <translation>지연</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>resources</source>
        <translation>자원</translation>
    </message>
    <message>
        <source>integrity</source>
        <translation>무결성</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>시장</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>파이프라인</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>게이트웨이</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>원장</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>트래픽</translation>
    </message>
    <message>
        <source>Restart the source of events</source>
        <translation>이벤트 소스 재시작</translation>
    </message>
    <message>
        <source>Refuse a part of the requests</source>
        <translation>요청 일부 거절</translation>
    </message>
    <message>
        <source>Move the log into the workspace file</source>
        <translation>로그를 작업 공간 파일로 옮기기</translation>
    </message>
    <message>
        <source>Take nothing in any more</source>
        <translation>더 받지 않기</translation>
    </message>
    <message>
        <source>an alert is pending</source>
        <translation>대기 중인 알림이 있음</translation>
    </message>
    <message>
        <source>an alert fires</source>
        <translation>알림이 울림</translation>
    </message>
    <message>
        <source>its alerts still fire</source>
        <translation>알림이 계속 울림</translation>
    </message>
    <message>
        <source>its alerts are resolved</source>
        <translation>알림이 해소됨</translation>
    </message>
    <message>
        <source>its alerts are gone</source>
        <translation>알림이 사라짐</translation>
    </message>
    <message>
        <source>no automatic action may be tried now</source>
        <translation>지금 시도할 자동 조치가 없음</translation>
    </message>
    <message>
        <source>somebody has seen it</source>
        <translation>누군가 보았음</translation>
    </message>
    <message>
        <source>nobody acknowledged it within 15 minutes</source>
        <translation>15분 안에 아무도 확인하지 않음</translation>
    </message>
    <message>
        <source>the time it was given is over</source>
        <translation>정해진 시간이 끝남</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>수동</translation>
    </message>
    <message>
        <source>Source %1</source>
        <translation>소스 %1</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>확인됨</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>에스컬레이션됨</translation>
    </message>
    <message>
        <source>Maintenance begun</source>
        <translation>유지보수 시작</translation>
    </message>
    <message>
        <source>Maintenance ended</source>
        <translation>유지보수 종료</translation>
    </message>
    <message>
        <source>Repaired…</source>
        <translation>복구 완료…</translation>
    </message>
    <message>
        <source>Take over…</source>
        <translation>인수…</translation>
    </message>
    <message>
        <source>Begin to fix…</source>
        <translation>복구 시작…</translation>
    </message>
    <message>
        <source>Escalate…</source>
        <translation>에스컬레이션…</translation>
    </message>
    <message>
        <source>The expert begins…</source>
        <translation>전문가 시작…</translation>
    </message>
    <message>
        <source>Shut the intake down…</source>
        <translation>수신 중단…</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Drop what can be read again</source>
        <translation>다시 읽을 수 있는 캐시 비우기</translation>
    </message>
</context>
<context>
    <name>TargetingParts</name>
    <message>
        <source>%1 %2</source>
        <comment>dimension, any of</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>area of %n corner(s)</source>
        <translation>
            <numerusform>꼭짓점 %n개 영역</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>ages</comment>
        <translation>%1~%2</translation>
    </message>
    <message>
        <source>Write a system and its least version, such as iOS 15.2.</source>
        <translation>OS와 최소 버전을 입력하세요. 예: iOS 15.2</translation>
    </message>
    <message>
        <source>Write the first and the last day, such as 2026-03-20 2026-03-25.</source>
        <translation>첫날과 마지막 날을 입력하세요. 예: 2026-03-20 2026-03-25</translation>
    </message>
</context>
<context>
    <name>TaskColumns</name>
    <message>
        <source>%1: %2</source>
        <comment>step, how far it is</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>try of most tries</comment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>%1, to be cancelled</source>
        <translation>%1, 취소 예정</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>시도</translation>
    </message>
    <message>
        <source>Seconds of market time since it was made, or that it took.</source>
        <translation>생성 후 지났거나 실행에 걸린 시장 시간(초)입니다.</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>대기 대상</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>캠페인</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>트리거</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>우선순위</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>소유자</translation>
    </message>
</context>
<context>
    <name>Timing</name>
    <message>
        <source>&gt; %1</source>
        <comment>longer than</comment>
        <translation>&gt; %1</translation>
    </message>
    <message>
        <source>waits for late seat</source>
        <translation>지연 시트 대기</translation>
    </message>
    <message numerus="yes">
        <source>%n bid(s)</source>
        <translation>
            <numerusform>입찰 %n건</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Open Market</source>
        <translation>시장 열기</translation>
    </message>
    <message>
        <source>%1 answers late: %2 of its answers since %3 missed the deadline, and its campaign %4 is %5 behind plan.</source>
        <translation>%1 응답 지연: %3 이후 응답 중 %2 마감 초과. 이 시트의 캠페인 %4 소진이 계획보다 %5 뒤처집니다.</translation>
    </message>
    <message>
        <source>%1 answers late: %2 of its answers since %3 missed the deadline of %4 ms.</source>
        <translation>%1 응답 지연: %3 이후 응답 중 %2 마감(%4 ms) 초과.</translation>
    </message>
    <message>
        <source>Open %1 seat</source>
        <translation>%1 시트 열기</translation>
    </message>
    <message>
        <source>%1 is cut off and takes part in no auction.</source>
        <translation>%1 끊김: 어떤 경매에도 참여하지 않습니다.</translation>
    </message>
    <message>
        <source>%1 is %2 behind plan: %3 spent, %4 planned by now.</source>
        <translation>%1 소진이 계획보다 %2 뒤처집니다: 소진 %3, 현재 계획 %4.</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 열기</translation>
    </message>
    <message numerus="yes">
        <source>%1 is broken in %n case(s): %2.</source>
        <translation>
            <numerusform>%1 위반 %n건: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>the whole desk</source>
        <translation>전체 데스크</translation>
    </message>
    <message>
        <source>%1: %2, %3.</source>
        <comment>alert: subject, value</comment>
        <translation>%1: %2, %3.</translation>
    </message>
    <message>
        <source>Show the alert</source>
        <translation>알림 보기</translation>
    </message>
    <message>
        <source>Last alert resolved %1.</source>
        <comment>time of day</comment>
        <translation>마지막 알림은 %1에 해결되었습니다.</translation>
    </message>
</context>
<context>
    <name>WhyNot</name>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>needs all of %1; got %2</source>
        <translation>%1 모두 필요, 실제 %2</translation>
    </message>
    <message>
        <source>excludes %1; got %2</source>
        <translation>%1 제외, 실제 %2</translation>
    </message>
    <message>
        <source>needs %1; got %2</source>
        <translation>%1 필요, 실제 %2</translation>
    </message>
    <message>
        <source>would bid %1 for %2</source>
        <translation>%2에서 %1 입찰했을 것</translation>
    </message>
    <message>
        <source>+ %1</source>
        <comment>what else stopped the campaign</comment>
        <translation>+ %1</translation>
    </message>
    <message>
        <source>+ %1 +%2</source>
        <comment>what else stopped the campaign, and how many more reasons</comment>
        <translation>+ %1 +%2</translation>
    </message>
</context>
<context>
    <name>gavel::auctions::BidTree</name>
    <message>
        <source>Opportunity</source>
        <translation>기회</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>플로어</translation>
    </message>
    <message>
        <source>publisher, hard</source>
        <translation>매체, 하드</translation>
    </message>
    <message>
        <source>placement %1 × market factor %2</source>
        <translation>지면 %1 × 시장 계수 %2</translation>
    </message>
    <message>
        <source>Deal %1</source>
        <translation>딜 %1</translation>
    </message>
    <message>
        <source>Bids</source>
        <translation>입찰</translation>
    </message>
    <message>
        <source>CPM, %1</source>
        <translation>CPM, %1</translation>
    </message>
    <message>
        <source>A rival&apos;s price, drawn from its landscape.</source>
        <translation>경쟁자의 가격으로, 가격 지형에서 뽑았습니다.</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>딜</translation>
    </message>
    <message>
        <source>Clearing</source>
        <translation>가격 결정</translation>
    </message>
    <message>
        <source>Nobody won: no bid passed every check.</source>
        <translation>유찰: 모든 검사를 통과한 입찰이 없습니다.</translation>
    </message>
    <message>
        <source>Valid bids</source>
        <translation>유효 입찰</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>per 1,000</source>
        <translation>1,000회당</translation>
    </message>
    <message>
        <source>advertiser %1 = publisher %2 + fee %3</source>
        <translation>광고주 %1 = 매체 %2 + 수수료 %3</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>통지</translation>
    </message>
    <message>
        <source>none sent</source>
        <translation>보낸 것 없음</translation>
    </message>
</context>
<context>
    <name>gavel::auctions::BidsPanel</name>
    <message>
        <source>Bids and price</source>
        <translation>입찰과 가격</translation>
    </message>
    <message>
        <source>Trace as a document</source>
        <translation>트레이스 문서</translation>
    </message>
    <message>
        <source>Tree</source>
        <comment>show the tree</comment>
        <translation>트리</translation>
    </message>
    <message>
        <source>Raw JSON</source>
        <translation>원본 JSON</translation>
    </message>
</context>
<context>
    <name>gavel::auctions::FilterBar</name>
    <message>
        <source>Filter of the auctions</source>
        <translation>경매 필터</translation>
    </message>
    <message>
        <source>Filter, for example %1</source>
        <translation>필터, 예: %1</translation>
    </message>
    <message>
        <source>History</source>
        <comment>of filters</comment>
        <translation>이력</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <comment>keep the filter</comment>
        <translation>북마크</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>필터 지우기</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>북마크</translation>
    </message>
    <message>
        <source>No filter was used yet.</source>
        <translation>아직 사용한 필터가 없습니다.</translation>
    </message>
    <message>
        <source>Keeps the filter in place of the oldest of the three bookmarks.</source>
        <translation>북마크 세 개 중 가장 오래된 것 대신 이 필터를 보관합니다.</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <comment>rows of the list</comment>
        <translation>%2건 중 %1건 표시</translation>
    </message>
    <message>
        <source>checked in %1 ms</source>
        <translation>%1 ms 만에 검사</translation>
    </message>
</context>
<context>
    <name>gavel::auctions::ListPanel</name>
    <message>
        <source>Auctions</source>
        <translation>경매</translation>
    </message>
    <message>
        <source>Follow again</source>
        <translation>다시 따라가기</translation>
    </message>
    <message>
        <source>These auctions are gone: the newest 1,000,000 are kept.</source>
        <translation>이 경매는 더 이상 없습니다. 최신 1,000,000건만 보관합니다.</translation>
    </message>
    <message>
        <source>No auction has been held yet.</source>
        <translation>아직 열린 경매가 없습니다.</translation>
    </message>
    <message>
        <source>0 of %1 shown. The filter hides all of them.</source>
        <translation>%1건 중 0건 표시. 필터가 모두 숨깁니다.</translation>
    </message>
    <message>
        <source>List holds at %1 while you read.</source>
        <translation>읽는 동안 목록이 %1에 멈춰 있습니다.</translation>
    </message>
    <message>
        <source>The list follows the newest auctions.</source>
        <translation>목록이 최신 경매를 따라갑니다.</translation>
    </message>
    <message>
        <source>Full story kept: one in %1.</source>
        <translation>전체 기록 보관: %1건 중 1건.</translation>
    </message>
    <message>
        <source>Full story kept: one in %1, and from now on every match.</source>
        <translation>전체 기록 보관: %1건 중 1건, 이제부터 필터에 맞는 모든 경매.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln newer auction(s) wait.</source>
        <translation>
            <numerusform>새 경매 %Ln건이 기다립니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>필터 지우기</translation>
    </message>
</context>
<context>
    <name>gavel::auctions::Microscope</name>
    <message>
        <source>Timing</source>
        <translation>타이밍</translation>
    </message>
    <message>
        <source>auction %1, from visit to feedback</source>
        <translation>경매 %1, 방문부터 피드백까지</translation>
    </message>
    <message>
        <source>Open the nearest that was</source>
        <translation>가장 가까운 보관 경매 열기</translation>
    </message>
    <message>
        <source>Select an auction in the list.</source>
        <translation>목록에서 경매를 선택하세요.</translation>
    </message>
    <message>
        <source>Raw JSON</source>
        <translation>원본 JSON</translation>
    </message>
    <message>
        <source>Trace as a document</source>
        <translation>트레이스 문서</translation>
    </message>
    <message>
        <source>Why not needs the full story of an auction.</source>
        <translation>미입찰 이유를 보려면 경매의 전체 기록이 필요합니다.</translation>
    </message>
    <message>
        <source>Raw JSON needs the full story of an auction.</source>
        <translation>원본 JSON을 보려면 경매의 전체 기록이 필요합니다.</translation>
    </message>
</context>
<context>
    <name>gavel::auctions::Waterfall</name>
    <message>
        <source>Timing of the auction</source>
        <translation>경매 타이밍</translation>
    </message>
    <message>
        <source>%1: %2 ms</source>
        <comment>step or seat, duration</comment>
        <translation>%1: %2 ms</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>ms</source>
        <comment>milliseconds</comment>
        <translation>ms</translation>
    </message>
    <message>
        <source>seat deadline %1 ms</source>
        <translation>시트 마감 %1 ms</translation>
    </message>
    <message>
        <source>Sum of the seven steps</source>
        <translation>일곱 단계 합계</translation>
    </message>
    <message>
        <source>over limit %1</source>
        <translation>한도 %1 초과</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>한도 %1</translation>
    </message>
    <message>
        <source>%1: from %2 to %3 ms after the visit</source>
        <translation>%1: 방문 후 %2~%3 ms</translation>
    </message>
</context>
<context>
    <name>gavel::auctions::WhatIfForm</name>
    <message>
        <source>Floor</source>
        <translation>플로어</translation>
    </message>
    <message>
        <source>Rule</source>
        <comment>price rule</comment>
        <translation>규칙</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>세그먼트</translation>
    </message>
    <message>
        <source>Campaign whose bid is changed</source>
        <translation>입찰가를 바꿀 캠페인</translation>
    </message>
    <message>
        <source>New amount of the bid</source>
        <translation>새 입찰가</translation>
    </message>
    <message>
        <source>New floor per thousand</source>
        <translation>1,000회당 새 플로어</translation>
    </message>
    <message>
        <source>New price rule</source>
        <translation>새 가격 규칙</translation>
    </message>
    <message>
        <source>No campaign could bid in this auction.</source>
        <translation>이 경매에 입찰할 수 있던 캠페인이 없습니다.</translation>
    </message>
    <message>
        <source>bid, CPM</source>
        <translation>입찰가, CPM</translation>
    </message>
    <message>
        <source>“%1” is not an amount; write one such as 1.20.</source>
        <translation>“%1”: 금액이 아닙니다. 1.20처럼 입력하세요.</translation>
    </message>
    <message numerus="yes">
        <source>Segments, %n changed</source>
        <translation>
            <numerusform>세그먼트, %n개 변경</numerusform>
        </translation>
    </message>
    <message>
        <source>This market knows no segments.</source>
        <translation>이 시장에는 세그먼트가 없습니다.</translation>
    </message>
    <message>
        <source>%1, needs a segment</source>
        <translation>%1, 세그먼트 필요</translation>
    </message>
    <message>
        <source>The seat makes its bid of it again: by its own rule, with what it knew then.</source>
        <translation>시트가 당시 정보와 자체 규칙으로 다시 입찰합니다.</translation>
    </message>
    <message>
        <source>The bid itself, per thousand.</source>
        <translation>1,000회당 입찰가 자체입니다.</translation>
    </message>
</context>
<context>
    <name>gavel::auctions::WhatIfStrip</name>
    <message>
        <source>nothing is sent or charged</source>
        <translation>전송·청구되지 않음</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>What-if</source>
        <translation>가정</translation>
    </message>
    <message>
        <source>Put %1 in a draft…</source>
        <translation>%1 초안에 넣기…</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Paid</source>
        <comment>difference of the price</comment>
        <translation>지불</translation>
    </message>
    <message>
        <source>Publisher</source>
        <comment>difference of the publisher&apos;s part</comment>
        <translation>매체</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>seat, campaign</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 bids %2</source>
        <comment>winner, price</comment>
        <translation>%1, %2 입찰</translation>
    </message>
    <message>
        <source>Paid per thousand, %1.</source>
        <translation>1,000회당 지불액, %1.</translation>
    </message>
    <message>
        <source>The publisher gets %1; recorded %2.</source>
        <translation>매체 몫 %1, 기록 %2.</translation>
    </message>
    <message>
        <source>no bid</source>
        <translation>미입찰</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>campaign, price</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2, recorded %3</source>
        <comment>seat, bid now, bid before</comment>
        <translation>%1: %2, 기록 %3</translation>
    </message>
    <message>
        <source>Change the bid, the floor, the rule or a segment.</source>
        <translation>입찰가, 플로어, 규칙, 세그먼트를 바꿔 보세요.</translation>
    </message>
    <message>
        <source>Every seat bids as recorded.</source>
        <translation>모든 시트가 기록대로 입찰합니다.</translation>
    </message>
</context>
<context>
    <name>gavel::auctions::WhyNotList</name>
    <message>
        <source>Campaign</source>
        <translation>캠페인</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>And also</source>
        <translation>기타 이유</translation>
    </message>
</context>
<context>
    <name>gavel::auctions::WhyNotPanel</name>
    <message>
        <source>Why not</source>
        <translation>미입찰 이유</translation>
    </message>
    <message>
        <source>Why campaigns did not bid</source>
        <translation>캠페인의 미입찰 이유</translation>
    </message>
    <message>
        <source>Campaigns of the chosen reason</source>
        <translation>선택한 이유의 캠페인</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln campaign(s) did not bid</source>
        <translation>
            <numerusform>캠페인 %Ln개 중 %1개 미입찰</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 bid + %2 did not = %3 campaigns</source>
        <translation>입찰 %1 + 미입찰 %2 = 캠페인 %3</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln campaign(s)</source>
        <translation>
            <numerusform>%1: 캠페인 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>and also</source>
        <translation>기타 이유</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n개 더</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::BudgetTab</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Advertiser id</source>
        <translation>광고주 ID</translation>
    </message>
    <message>
        <source>Advertiser</source>
        <translation>광고주</translation>
    </message>
    <message>
        <source>Total budget</source>
        <translation>총예산</translation>
    </message>
    <message>
        <source>Day budget, 0 = none</source>
        <translation>일예산, 0 = 없음</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>시간대</translation>
    </message>
    <message>
        <source>Average CTR, 0 to 1</source>
        <translation>평균 CTR, 0~1</translation>
    </message>
    <message>
        <source>Win curve constant</source>
        <translation>낙찰 곡선 상수</translation>
    </message>
    <message>
        <source>Worth of budget</source>
        <translation>예산의 가치</translation>
    </message>
    <message>
        <source>Value of a conversion</source>
        <translation>전환 가치</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>시트</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>전략</translation>
    </message>
    <message>
        <source>Live: %1</source>
        <translation>라이브: %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>rule, advice</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>undo: field, campaign</comment>
        <translation>%2의 %1</translation>
    </message>
    <message>
        <source>Most CPM, 0 = any</source>
        <translation>최대 CPM, 0 = 무제한</translation>
    </message>
    <message>
        <source>Hour budget, 0 = none</source>
        <translation>시간 예산, 0 = 없음</translation>
    </message>
    <message>
        <source>Pacing</source>
        <translation>페이싱</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>게재</translation>
    </message>
    <message>
        <source>Charged for</source>
        <translation>과금 기준</translation>
    </message>
    <message>
        <source>Per click</source>
        <translation>클릭당</translation>
    </message>
    <message>
        <source>Per conversion</source>
        <translation>전환당</translation>
    </message>
    <message>
        <source>Per day</source>
        <translation>하루당</translation>
    </message>
    <message>
        <source>Further rounds (cron)</source>
        <translation>추가 회차(cron)</translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::CampaignDelegate</name>
    <message>
        <source>%1 of %2</source>
        <comment>column, campaign</comment>
        <translation>%2의 %1</translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::CampaignInspector</name>
    <message>
        <source>Inspector of the campaign</source>
        <translation>캠페인 인스펙터</translation>
    </message>
    <message>
        <source>Targeting</source>
        <translation>타기팅</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>예산</translation>
    </message>
    <message>
        <source>Creatives</source>
        <translation>소재</translation>
    </message>
    <message>
        <source>Caps</source>
        <translation>빈도 제한</translation>
    </message>
    <message>
        <source>No campaign is selected.</source>
        <translation>선택한 캠페인이 없습니다.</translation>
    </message>
    <message>
        <source>%1, seat %2, flight %3 to %4</source>
        <comment>advertiser, seat, days</comment>
        <translation>%1, 시트 %2, 집행 기간 %3~%4</translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::CampaignPanel</name>
    <message>
        <source>Campaigns</source>
        <translation>캠페인</translation>
    </message>
    <message>
        <source>Filter of campaigns</source>
        <translation>캠페인 필터</translation>
    </message>
    <message>
        <source>Name, advertiser, seat, state or strategy</source>
        <translation>이름, 광고주, 시트, 상태, 전략</translation>
    </message>
    <message>
        <source>All amounts in %1. Struck = live value, bold = not yet published.</source>
        <translation>모든 금액은 %1입니다. 취소선 = 라이브 값, 굵게 = 미게시.</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%2개 중 %1개 표시</translation>
    </message>
    <message>
        <source>No market runs, so there are no campaigns to show.</source>
        <translation>실행 중인 시장이 없어 표시할 캠페인이 없습니다.</translation>
    </message>
    <message>
        <source>This market has no campaigns.</source>
        <translation>이 시장에는 캠페인이 없습니다.</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>새 캠페인</translation>
    </message>
    <message numerus="yes">
        <source>Edit %n together…</source>
        <translation>
            <numerusform>%n개 함께 수정…</numerusform>
        </translation>
    </message>
    <message>
        <source>Check campaigns first, with Space.</source>
        <translation>먼저 Space로 캠페인을 체크하세요.</translation>
    </message>
    <message>
        <source>None checked.</source>
        <translation>체크 없음.</translation>
    </message>
    <message numerus="yes">
        <source>%n checked: day budget %1, spent %2.</source>
        <translation>
            <numerusform>%n개 체크: 일예산 %1, 소진 %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n checked: day budget %1 becomes %2, spent %3.</source>
        <translation>
            <numerusform>%n개 체크: 일예산 %1 → %2, 소진 %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>0 of %1 shown.</source>
        <translation>%1개 중 0개 표시.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>필터 지우기</translation>
    </message>
    <message>
        <source>Live values wait while a cell is edited.</source>
        <translation>셀을 편집하는 동안 실시간 값은 멈춥니다.</translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::CampaignTree</name>
    <message>
        <source>Checked</source>
        <translation>체크</translation>
    </message>
    <message numerus="yes">
        <source>%n campaign(s)</source>
        <translation>
            <numerusform>캠페인 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 to %3</source>
        <comment>undo: column, campaign, new value</comment>
        <translation>%2의 %1 → %3</translation>
    </message>
    <message>
        <source>Check or uncheck every row shown.</source>
        <translation>표시된 모든 행을 체크하거나 해제합니다.</translation>
    </message>
    <message>
        <source>What the draft does: + added, Δ edited, − removed.</source>
        <translation>초안이 하는 일: + 추가, Δ 수정, − 제거.</translation>
    </message>
    <message>
        <source>Whether the change keeps the rules.</source>
        <translation>변경이 규칙에 맞는지 나타냅니다.</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>캠페인</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>전략</translation>
    </message>
    <message>
        <source>Bid or target</source>
        <translation>입찰가/목표</translation>
    </message>
    <message>
        <source>Day budget</source>
        <translation>일예산</translation>
    </message>
    <message>
        <source>Spent today, in the campaign&apos;s own day.</source>
        <translation>캠페인 시간대의 오늘 소진액입니다.</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>소진</translation>
    </message>
    <message>
        <source>Spent against the part of the day budget planned by now.</source>
        <translation>지금까지 쓰기로 계획한 일예산 대비 소진입니다.</translation>
    </message>
    <message>
        <source>To plan now</source>
        <translation>현재 진도율</translation>
    </message>
    <message>
        <source>CTR</source>
        <translation>CTR</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>시트</translation>
    </message>
    <message>
        <source>Budget of the whole flight.</source>
        <translation>전체 집행 기간의 예산입니다.</translation>
    </message>
    <message>
        <source>Total budget</source>
        <translation>총예산</translation>
    </message>
    <message>
        <source>Spent since the campaign began.</source>
        <translation>캠페인 시작 이후 소진액입니다.</translation>
    </message>
    <message>
        <source>Spent in all</source>
        <translation>총소진</translation>
    </message>
    <message>
        <source>Impressions</source>
        <translation>노출</translation>
    </message>
    <message>
        <source>Clicks</source>
        <translation>클릭</translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::CapsTab</name>
    <message>
        <source>Cap</source>
        <translation>빈도 제한</translation>
    </message>
    <message>
        <source>Add a cap</source>
        <translation>빈도 제한 추가</translation>
    </message>
    <message>
        <source>No cap: a user may see it any number of times.</source>
        <translation>빈도 제한 없음: 한 사용자에게 몇 번이든 노출됩니다.</translation>
    </message>
    <message>
        <source>One user sees at most this many impressions</source>
        <translation>한 사용자에게 최대 이 횟수만 노출됩니다</translation>
    </message>
    <message>
        <source>Most impressions</source>
        <translation>최대 노출</translation>
    </message>
    <message>
        <source>per %1</source>
        <comment>a time</comment>
        <translation>%1당</translation>
    </message>
    <message>
        <source>Window of the cap</source>
        <translation>빈도 제한 구간</translation>
    </message>
    <message>
        <source>Scope of the cap</source>
        <translation>빈도 제한 범위</translation>
    </message>
    <message>
        <source>Remove this cap</source>
        <translation>빈도 제한 제거</translation>
    </message>
    <message>
        <source>caps of %1</source>
        <comment>undo</comment>
        <translation>%1의 빈도 제한</translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::CellEditor</name>
    <message>
        <source>Use %1</source>
        <translation>%1 적용</translation>
    </message>
    <message>
        <source>Esc keeps %1</source>
        <translation>Esc: %1 유지</translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::CreativePanel</name>
    <message>
        <source>Creatives</source>
        <translation>소재</translation>
    </message>
    <message>
        <source>No campaign is selected.</source>
        <translation>선택한 캠페인이 없습니다.</translation>
    </message>
    <message>
        <source>This campaign has no creative yet.</source>
        <translation>이 캠페인에는 아직 소재가 없습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%2개 중 %1개 표시</translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::CreativePreview</name>
    <message>
        <source>Preview of the creative</source>
        <translation>소재 미리보기</translation>
    </message>
    <message>
        <source>%1 x %2, %3</source>
        <comment>width, height, format</comment>
        <translation>%1 x %2, %3</translation>
    </message>
    <message>
        <source>%1, takes the size of the placement</source>
        <translation>%1, 지면 크기를 따름</translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::CreativesTab</name>
    <message>
        <source>%1 x %2, %3</source>
        <comment>width, height, format</comment>
        <translation>%1 x %2, %3</translation>
    </message>
    <message>
        <source>Creatives</source>
        <translation>소재</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>소재</translation>
    </message>
    <message>
        <source>Add a creative</source>
        <translation>소재 추가</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Remove this creative</source>
        <translation>이 소재 제거</translation>
    </message>
    <message>
        <source>Format, size</source>
        <translation>형식, 크기</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>너비(픽셀)</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>높이(픽셀)</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>설명</translation>
    </message>
    <message>
        <source>Image URL</source>
        <translation>이미지 URL</translation>
    </message>
    <message>
        <source>Click URL</source>
        <translation>클릭 URL</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>size and format, title</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>rule, advice</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>creatives of %1</source>
        <comment>undo</comment>
        <translation>%1의 소재</translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::DraftBar</name>
    <message>
        <source>Draft</source>
        <translation>초안</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>폐기…</translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>추가 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edited</source>
        <translation>
            <numerusform>수정 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>제거 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>오류 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>경고 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n checked</source>
        <translation>
            <numerusform>체크 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>No changes. What you edit stays here until you publish.</source>
        <translation>변경 없음. 게시하기 전까지 수정 내용은 여기에 남습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Review %n change(s)…</source>
        <translation>
            <numerusform>변경 %n개 검토…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::DraftKeeper</name>
    <message>
        <source>discard of the draft</source>
        <translation>초안 폐기</translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::EditTogether</name>
    <message>
        <source>Day budget</source>
        <translation>일예산</translation>
    </message>
    <message>
        <source>Bid or target</source>
        <translation>입찰가/목표</translation>
    </message>
    <message>
        <source>set to</source>
        <translation>값 지정</translation>
    </message>
    <message>
        <source>raise by %</source>
        <translation>% 인상</translation>
    </message>
    <message>
        <source>lower by %</source>
        <translation>% 인하</translation>
    </message>
    <message>
        <source>What to change</source>
        <translation>바꿀 항목</translation>
    </message>
    <message>
        <source>How to change it</source>
        <translation>바꿀 방법</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>적용</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Type a number.</source>
        <translation>숫자를 입력하세요.</translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation>숫자가 아닙니다.</translation>
    </message>
    <message>
        <source>Nothing changes.</source>
        <translation>바뀌는 것이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n campaign(s): sum %1 becomes %2.</source>
        <translation>
            <numerusform>캠페인 %n개: 합계 %1 → %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>raise of %1 by %2 % (%3)</source>
        <comment>undo: column, number, campaigns</comment>
        <translation>%1 %2 % 인상 (%3)</translation>
    </message>
    <message>
        <source>cut of %1 by %2 % (%3)</source>
        <comment>undo: column, number, campaigns</comment>
        <translation>%1 %2 % 인하 (%3)</translation>
    </message>
    <message>
        <source>%1 to %2 (%3)</source>
        <comment>undo: column, value, campaigns</comment>
        <translation>%1 → %2 (%3)</translation>
    </message>
    <message numerus="yes">
        <source>Changing %n campaign(s)…</source>
        <translation>
            <numerusform>캠페인 %n개 변경 중…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::HourGridEdit</name>
    <message>
        <source>Hours of the week</source>
        <translation>요일·시간</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) a week</source>
        <translation>
            <numerusform>주 %n시간</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::PlanPanel</name>
    <message>
        <source>Plan against actual</source>
        <translation>계획 대비 실적</translation>
    </message>
    <message>
        <source>No running campaign is selected.</source>
        <translation>선택한 집행 중 캠페인이 없습니다.</translation>
    </message>
    <message>
        <source>%1, today, %2, as of %3</source>
        <comment>campaign, currency, time</comment>
        <translation>%1, 오늘, %2, %3 기준</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>계획</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>실적</translation>
    </message>
    <message>
        <source>day budget %1</source>
        <translation>일예산 %1</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>현재 %1</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>소진</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>잔여</translation>
    </message>
    <message>
        <source>Day budget</source>
        <translation>일예산</translation>
    </message>
    <message>
        <source>To plan now</source>
        <translation>현재 진도율</translation>
    </message>
    <message>
        <source>Held as quota</source>
        <translation>할당 예약</translation>
    </message>
    <message>
        <source>Used up</source>
        <translation>소진 예상</translation>
    </message>
    <message>
        <source>Pacing</source>
        <translation>페이싱</translation>
    </message>
    <message>
        <source>by now</source>
        <translation>이미 소진</translation>
    </message>
    <message>
        <source>not today</source>
        <translation>오늘 아님</translation>
    </message>
    <message>
        <source>at %1</source>
        <comment>time</comment>
        <translation>%1</translation>
    </message>
    <message>
        <source>Lost to pacing, in all</source>
        <translation>페이싱 손실, 누계</translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::ReviewDialog</name>
    <message>
        <source>Review before publishing</source>
        <translation>게시 전 검토</translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation>초안 폐기</translation>
    </message>
    <message>
        <source>Publishing changes the running market at its next auction: %1 added, %2 edited, %3 removed.</source>
        <translation>게시하면 다음 경매부터 진행 중인 시장이 바뀝니다: 추가 %1, 수정 %2, 제거 %3.</translation>
    </message>
    <message>
        <source>These changes are dropped; what is live stays as it is.</source>
        <translation>이 변경을 버립니다. 라이브는 그대로 유지됩니다.</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>계속 수정</translation>
    </message>
    <message>
        <source>Keep the draft</source>
        <translation>초안 유지</translation>
    </message>
    <message numerus="yes">
        <source>Publish %n change(s)</source>
        <translation>
            <numerusform>변경 %n개 게시</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Discard %n change(s)</source>
        <translation>
            <numerusform>변경 %n개 폐기</numerusform>
        </translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation>확인하려면 %1 입력</translation>
    </message>
    <message>
        <source>Changes of the draft</source>
        <translation>초안의 변경</translation>
    </message>
    <message>
        <source>Campaign and field</source>
        <translation>캠페인과 항목</translation>
    </message>
    <message>
        <source>Live and new value</source>
        <translation>라이브 값과 새 값</translation>
    </message>
    <message numerus="yes">
        <source>Publishing waits for %n error(s).</source>
        <translation>
            <numerusform>오류 %n개를 고쳐야 게시할 수 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading %1 of %2 changes…</source>
        <translation>변경 %2개 중 %1개 읽는 중…</translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::RuleRow</name>
    <message>
        <source>How %1 matches</source>
        <translation>%1 일치 방식</translation>
    </message>
    <message>
        <source>Different from what is live.</source>
        <translation>라이브와 다릅니다.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 제거</translation>
    </message>
    <message>
        <source>add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Add a value to %1</source>
        <translation>%1 값 추가</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>%1 값</translation>
    </message>
    <message>
        <source>iOS 15.2</source>
        <translation>iOS 15.2</translation>
    </message>
    <message>
        <source>2026-03-20 2026-03-25</source>
        <translation>2026-03-20 2026-03-25</translation>
    </message>
    <message>
        <source>Type a value, Enter adds it</source>
        <translation>값 입력 후 Enter로 추가</translation>
    </message>
    <message>
        <source>Youngest age</source>
        <translation>최소 나이</translation>
    </message>
    <message>
        <source>Oldest age</source>
        <translation>최대 나이</translation>
    </message>
    <message>
        <source>to</source>
        <comment>ages</comment>
        <translation>~</translation>
    </message>
    <message>
        <source>latitude, longitude, km, or corners of an area</source>
        <translation>위도, 경도, km 또는 영역의 꼭짓점</translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::ShareBar</name>
    <message>
        <source>Opportunities a day left</source>
        <translation>하루 남은 기회</translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::TargetingTab</name>
    <message>
        <source>opportunities/day left</source>
        <translation>남은 기회/일</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>차원</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>undo: rule, campaign</comment>
        <translation>%2의 %1</translation>
    </message>
    <message>
        <source>All of these must match</source>
        <translation>모두 일치해야 함</translation>
    </message>
    <message>
        <source>left of %1 opportunities/day</source>
        <translation>하루 기회 %1 중 남음</translation>
    </message>
    <message>
        <source>Not known yet: no such hour or opportunity has been seen.</source>
        <translation>아직 알 수 없음: 해당 시간이나 기회가 관측되지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>gavel::documents::DeskDocumentDialog</name>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
</context>
<context>
    <name>gavel::documents::StoragePolicyDialog</name>
    <message>
        <source>Where old events go</source>
        <translation>오래된 이벤트의 행방</translation>
    </message>
    <message>
        <source>Retention policy as JSON</source>
        <translation>보존 정책(JSON)</translation>
    </message>
    <message>
        <source>Reading the policy…</source>
        <translation>정책을 읽는 중…</translation>
    </message>
    <message>
        <source>Where old events go, as it came with the program</source>
        <translation>오래된 이벤트의 행방, 프로그램 기본값</translation>
    </message>
    <message>
        <source>Where old events go, version %1 by %2</source>
        <translation>오래된 이벤트의 행방, 버전 %1, 작성자 %2</translation>
    </message>
    <message>
        <source>All understood; 0 days is never</source>
        <translation>모두 이해함; 0일은 하지 않음</translation>
    </message>
    <message>
        <source>As it is in force; 0 days is never</source>
        <translation>현재 적용 중; 0일은 하지 않음</translation>
    </message>
</context>
<context>
    <name>gavel::documents::SubscribersDialog</name>
    <message>
        <source>Subscribers as JSON</source>
        <translation>구독자(JSON)</translation>
    </message>
    <message>
        <source>Reading the subscribers…</source>
        <translation>구독자를 읽는 중…</translation>
    </message>
    <message numerus="yes">
        <source>%n subscriber(s)</source>
        <translation>
            <numerusform>구독자 %n명</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, all understood</source>
        <comment>subscribers</comment>
        <translation>%1, 모두 이해함</translation>
    </message>
    <message>
        <source>%1, as they are in force</source>
        <comment>subscribers</comment>
        <translation>%1, 현재 적용 중</translation>
    </message>
    <message>
        <source>alert: alerts with least_level, rules and groups. metric: of ad or campaign, spans of minute, hour or day.</source>
        <translation>alert: alerts에 least_level, rules, groups. metric: of에 ad 또는 campaign, spans에 minute, hour, day.</translation>
    </message>
    <message>
        <source>event: events such as impression or click, quarantined true or false. metric and event: campaigns, sources.</source>
        <translation>event: events에 impression, click 등, quarantined에 true 또는 false. metric과 event: campaigns, sources.</translation>
    </message>
    <message>
        <source>fields: what goes out, and under which name. batch: most_messages, most_bytes, most_wait_ms.</source>
        <translation>fields: 내보낼 필드와 그 이름. batch: most_messages, most_bytes, most_wait_ms.</translation>
    </message>
    <message>
        <source>Who is told: only this console</source>
        <translation>수신자: 이 콘솔만</translation>
    </message>
    <message>
        <source>Who is told, version %1 by %2</source>
        <translation>수신자, 버전 %1, 작성자 %2</translation>
    </message>
    <message>
        <source>Who is told of alerts, metrics, events and batches</source>
        <translation>알림·지표·이벤트·배치 수신자</translation>
    </message>
    <message>
        <source>messages: what one is told, one of alert, metric, event and batch; alerts without it.</source>
        <translation>messages: 받는 내용, alert·metric·event·batch 중 하나. 없으면 알림입니다.</translation>
    </message>
    <message>
        <source>batch: with its moves; states such as validation_failed take those that had one, sources those of a source.</source>
        <translation>batch: 상태 변화와 함께 전달됩니다. states(예: validation_failed)는 그 상태를 거친 배치를, sources는 해당 소스의 배치를 고릅니다.</translation>
    </message>
</context>
<context>
    <name>gavel::overview::AlertDelegate</name>
    <message>
        <source>Show moment</source>
        <translation>시점 보기</translation>
    </message>
    <message>
        <source>Show source</source>
        <translation>원천 보기</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Silence…</source>
        <translation>무음…</translation>
    </message>
    <message>
        <source>End the silence</source>
        <translation>무음 끝내기</translation>
    </message>
</context>
<context>
    <name>gavel::overview::AlertRulesDialog</name>
    <message>
        <source>Rules of alerts</source>
        <translation>알림 규칙</translation>
    </message>
    <message>
        <source>Rules of alerts as JSON</source>
        <translation>알림 규칙(JSON)</translation>
    </message>
    <message>
        <source>Reading the rules…</source>
        <translation>규칙을 읽는 중…</translation>
    </message>
    <message>
        <source>Rules of alerts, as they came with the program</source>
        <translation>알림 규칙, 프로그램 기본값</translation>
    </message>
    <message>
        <source>Rules of alerts, version %1 by %2</source>
        <translation>알림 규칙, 버전 %1, 작성자 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>규칙 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, all understood</source>
        <comment>rules</comment>
        <translation>%1, 모두 이해함</translation>
    </message>
    <message>
        <source>%1, as they are in force</source>
        <comment>rules</comment>
        <translation>%1, 현재 적용 중</translation>
    </message>
</context>
<context>
    <name>gavel::overview::AlertsPanel</name>
    <message>
        <source>Alerts</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>%1: %2 %3, %4; %5</source>
        <comment>alert: state, rule, subject, value; since</comment>
        <translation>%1: %2 %3, %4; %5</translation>
    </message>
    <message>
        <source>All rules</source>
        <translation>모든 규칙</translation>
    </message>
    <message>
        <source>Nothing is wrong, and nothing was.</source>
        <translation>지금도 이전에도 알림이 없습니다.</translation>
    </message>
</context>
<context>
    <name>gavel::overview::ExplorePanel</name>
    <message>
        <source>%1, before</source>
        <comment>name</comment>
        <translation>%1, 이전</translation>
    </message>
    <message>
        <source>Chart</source>
        <comment>show the chart</comment>
        <translation>차트</translation>
    </message>
    <message>
        <source>Table</source>
        <comment>show the table</comment>
        <translation>표</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>탐색</translation>
    </message>
    <message>
        <source>Lines of the rows</source>
        <translation>행별 선</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>차원</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>창</translation>
    </message>
    <message>
        <source>Compare with before</source>
        <translation>이전과 비교</translation>
    </message>
    <message>
        <source>As long a time, right before the window.</source>
        <translation>창 바로 앞의 같은 길이 구간입니다.</translation>
    </message>
    <message>
        <source>Space gives a row its line, or takes it.</source>
        <translation>스페이스 키로 행의 선을 켜거나 끕니다.</translation>
    </message>
    <message>
        <source>Reading the counters</source>
        <translation>집계 읽는 중</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Nothing is counted yet.</source>
        <translation>아직 집계된 것이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing was counted in this window.</source>
        <translation>이 창에는 집계된 것이 없습니다.</translation>
    </message>
    <message>
        <source>Show everything counted</source>
        <translation>전체 표시</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>moments</comment>
        <translation>%1 ~ %2</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%2개 중 %1개 표시</translation>
    </message>
    <message>
        <source>%1; %2; from %3 on it may still grow</source>
        <comment>window, rows, time</comment>
        <translation>%1; %2; %3부터는 더 늘 수 있음</translation>
    </message>
    <message>
        <source>%1; %2; %3 events are not counted yet</source>
        <comment>window, rows, number</comment>
        <translation>%1; %2; 아직 집계되지 않은 이벤트 %3건</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>window, rows</comment>
        <translation>%1; %2</translation>
    </message>
</context>
<context>
    <name>gavel::overview::ExploreWords</name>
    <message>
        <source>before: %1</source>
        <translation>이전: %1</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>비중</translation>
    </message>
    <message>
        <source>Of everything that is counted in the window.</source>
        <translation>창 안에 집계된 전체 대비입니다.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변화</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>추이</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Bids</source>
        <translation>입찰</translation>
    </message>
    <message>
        <source>Wins</source>
        <translation>낙찰</translation>
    </message>
    <message>
        <source>Impressions</source>
        <translation>노출</translation>
    </message>
    <message>
        <source>Viewable</source>
        <translation>가시 노출</translation>
    </message>
    <message>
        <source>Clicks</source>
        <translation>클릭</translation>
    </message>
    <message>
        <source>Conversions</source>
        <translation>전환</translation>
    </message>
    <message>
        <source>Quarantined</source>
        <translation>격리</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>소진</translation>
    </message>
    <message>
        <source>Earned</source>
        <translation>매체 수익</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>전환 가치</translation>
    </message>
    <message>
        <source>CTR</source>
        <translation>CTR</translation>
    </message>
    <message>
        <source>CVR</source>
        <translation>CVR</translation>
    </message>
    <message>
        <source>CPC</source>
        <translation>CPC</translation>
    </message>
    <message>
        <source>CPM</source>
        <translation>CPM</translation>
    </message>
    <message>
        <source>CPA</source>
        <translation>CPA</translation>
    </message>
    <message>
        <source>ROAS</source>
        <translation>ROAS</translation>
    </message>
    <message>
        <source>Viewability</source>
        <translation>가시율</translation>
    </message>
    <message>
        <source>Win rate</source>
        <translation>낙찰률</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>필레이트</translation>
    </message>
    <message>
        <source>Unique users</source>
        <translation>순 사용자</translation>
    </message>
    <message>
        <source>Whole market</source>
        <translation>시장 전체</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>캠페인</translation>
    </message>
    <message>
        <source>Ad</source>
        <translation>광고</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>소재</translation>
    </message>
    <message>
        <source>Advertiser</source>
        <translation>광고주</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>매체</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>지면</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>기기</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>국가</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>소스</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>세션</translation>
    </message>
    <message>
        <source>Range of the page</source>
        <translation>페이지 범위</translation>
    </message>
    <message>
        <source>Last 1 h</source>
        <translation>최근 1시간</translation>
    </message>
    <message>
        <source>Last 4 h</source>
        <translation>최근 4시간</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>최근 1일</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>최근 7일</translation>
    </message>
    <message>
        <source>Everything counted</source>
        <translation>집계 전체</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>measure, currency</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Attributed clicks</source>
        <translation>기여 클릭</translation>
    </message>
    <message>
        <source>Attributed conversions</source>
        <translation>기여 전환</translation>
    </message>
    <message>
        <source>Attributed revenue</source>
        <translation>기여 전환 가치</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>세그먼트</translation>
    </message>
</context>
<context>
    <name>gavel::overview::LatencyPanel</name>
    <message>
        <source>Auction latency</source>
        <translation>경매 지연 시간</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <comment>milliseconds</comment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>whole auctions, ms</source>
        <translation>경매 전체, ms</translation>
    </message>
    <message>
        <source>limit %1 ms</source>
        <translation>한도 %1 ms</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>chart line: last value</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>gavel::overview::LogPanel</name>
    <message>
        <source>Event log</source>
        <translation>이벤트 로그</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <comment>log line: time, subject, what happened</comment>
        <translation>%1 %2: %3</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s), newest first</source>
        <translation>
            <numerusform>%n줄, 최신순</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>아직 일어난 일이 없습니다.</translation>
    </message>
    <message>
        <source>Enter shows the moment of a mark, F2 changes yours, Del removes it.</source>
        <translation>Enter는 표시의 시점을 보여 주고, F2는 내 주석을 바꾸며, Del은 삭제합니다.</translation>
    </message>
</context>
<context>
    <name>gavel::overview::MarkDialog</name>
    <message>
        <source>Mark a moment</source>
        <translation>시점 표시</translation>
    </message>
    <message>
        <source>Change an annotation</source>
        <translation>주석 변경</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>주석 추가</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>글</translation>
    </message>
    <message>
        <source>What happened, in one line</source>
        <translation>무슨 일이 있었는지 한 줄로</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>시점</translation>
    </message>
    <message>
        <source>Text: say what happened.</source>
        <translation>글: 무슨 일이 있었는지 적으세요.</translation>
    </message>
    <message>
        <source>Text: at most %1 characters.</source>
        <translation>글: 최대 %1자입니다.</translation>
    </message>
    <message>
        <source>Moment: write it as 2026-03-20 14:32:07, or as 14:32 of the same day.</source>
        <translation>시점: 2026-03-20 14:32:07 또는 같은 날의 14:32처럼 적으세요.</translation>
    </message>
    <message>
        <source>All charts of this page show it, and it stays in the workspace.</source>
        <translation>이 페이지의 모든 차트에 표시되고 작업 공간에 남습니다.</translation>
    </message>
</context>
<context>
    <name>gavel::overview::MarkWords</name>
    <message>
        <source>fires: %1</source>
        <comment>name of an alert</comment>
        <translation>발생: %1</translation>
    </message>
    <message>
        <source>is over: %1</source>
        <comment>name of an alert</comment>
        <translation>종료: %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>moment of a chart: whose, what happened</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>by itself</source>
        <comment>who marked a moment</comment>
        <translation>자동</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>moment of a chart: time, words</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>moment of a chart: words, who</comment>
        <translation>%1(%2)</translation>
    </message>
</context>
<context>
    <name>gavel::overview::OverviewPage</name>
    <message>
        <source>No market runs.</source>
        <translation>실행 중인 시장이 없습니다.</translation>
    </message>
    <message>
        <source>The charts show the present.</source>
        <translation>차트가 현재 시점을 보여 줍니다.</translation>
    </message>
    <message>
        <source>Nothing needs you.</source>
        <translation>지금 처리할 일이 없습니다.</translation>
    </message>
    <message>
        <source>Select one of the seven numbers first.</source>
        <translation>먼저 일곱 숫자 중 하나를 선택하세요.</translation>
    </message>
    <message>
        <source>Real traffic does not pause.</source>
        <translation>실제 트래픽은 중지할 수 없습니다.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>개요</translation>
    </message>
    <message>
        <source>Real traffic; amounts are charged.</source>
        <translation>실제 트래픽입니다. 금액이 청구됩니다.</translation>
    </message>
    <message>
        <source>Simulated traffic; nothing is charged.</source>
        <translation>시뮬레이션 트래픽입니다. 청구되지 않습니다.</translation>
    </message>
    <message>
        <source>Open Training</source>
        <translation>훈련 열기</translation>
    </message>
    <message>
        <source>The run is being repeated.</source>
        <translation>실행을 반복하는 중입니다.</translation>
    </message>
    <message>
        <source>Acknowledged: %1.</source>
        <translation>확인함: %1.</translation>
    </message>
    <message>
        <source>The silence has ended.</source>
        <translation>무음이 끝났습니다.</translation>
    </message>
    <message>
        <source>Version %1 of the rules is in force.</source>
        <translation>규칙 버전 %1이(가) 적용되었습니다.</translation>
    </message>
    <message>
        <source>Select an alert that fires first.</source>
        <translation>먼저 발생 중인 알림을 선택하세요.</translation>
    </message>
    <message>
        <source>Version %1 of the subscribers is in force.</source>
        <translation>구독자 버전 %1이(가) 적용되었습니다.</translation>
    </message>
    <message>
        <source>The explorer shows nothing.</source>
        <translation>탐색에 표시된 것이 없습니다.</translation>
    </message>
    <message>
        <source>Select a row of the explorer first.</source>
        <translation>먼저 탐색의 행을 선택하세요.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied as CSV.</source>
        <translation>
            <numerusform>%n개 행을 CSV로 복사했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>주석 추가</translation>
    </message>
    <message>
        <source>Mark the moment of the cursor (%1).</source>
        <translation>커서의 시점을 표시합니다(%1).</translation>
    </message>
    <message>
        <source>Annotate…</source>
        <translation>주석 추가…</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>되돌릴 작업이 없습니다.</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>실행 취소: %1</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>다시 실행할 작업이 없습니다.</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>다시 실행: %1</translation>
    </message>
    <message>
        <source>The program wrote this one.</source>
        <translation>프로그램이 적은 주석입니다.</translation>
    </message>
    <message>
        <source>Select an annotation in the event log first.</source>
        <translation>먼저 이벤트 로그에서 주석을 선택하세요.</translation>
    </message>
    <message>
        <source>remove annotation &quot;%1&quot;</source>
        <translation>주석 &quot;%1&quot; 삭제</translation>
    </message>
    <message>
        <source>annotation &quot;%1&quot;</source>
        <translation>주석 &quot;%1&quot;</translation>
    </message>
    <message>
        <source>change annotation &quot;%1&quot;</source>
        <translation>주석 &quot;%1&quot; 변경</translation>
    </message>
    <message>
        <source>The moment is marked.</source>
        <translation>시점을 표시했습니다.</translation>
    </message>
    <message>
        <source>The annotation is removed.</source>
        <translation>주석을 삭제했습니다.</translation>
    </message>
</context>
<context>
    <name>gavel::overview::PublisherPanel</name>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>그 외 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n publisher(s)</source>
        <translation>
            <numerusform>매체 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>매체</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>수익</translation>
    </message>
    <message>
        <source>Publisher revenue</source>
        <translation>매체 수익</translation>
    </message>
    <message>
        <source>since the start, %1</source>
        <translation>시작 이후, %1</translation>
    </message>
    <message>
        <source>This market has no publishers.</source>
        <translation>이 시장에는 매체가 없습니다.</translation>
    </message>
    <message>
        <source>paid %1 = earned %2 + fees %3</source>
        <translation>지불 %1 = 수익 %2 + 수수료 %3</translation>
    </message>
    <message>
        <source>paid %1 is not earned %2 + fees %3: the difference is %4</source>
        <translation>지불 %1 ≠ 수익 %2 + 수수료 %3: 차액 %4</translation>
    </message>
</context>
<context>
    <name>gavel::overview::RangeBar</name>
    <message>
        <source>%1 %2</source>
        <comment>date, time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Last 15 min</source>
        <translation>최근 15분</translation>
    </message>
    <message>
        <source>Last 1 h</source>
        <translation>최근 1시간</translation>
    </message>
    <message>
        <source>Last 4 h</source>
        <translation>최근 4시간</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>최근 1일</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>전체 실행</translation>
    </message>
    <message>
        <source>One step earlier ([)</source>
        <translation>한 칸 이전 ([)</translation>
    </message>
    <message>
        <source>One step later (])</source>
        <translation>한 칸 이후 (])</translation>
    </message>
    <message>
        <source>Zoom out (Z)</source>
        <translation>축소 (Z)</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>시간 범위</translation>
    </message>
    <message>
        <source>%1  %2–%3</source>
        <comment>span, from, to</comment>
        <translation>%1  %2–%3</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>from, to</comment>
        <translation>%1–%2</translation>
    </message>
</context>
<context>
    <name>gavel::overview::SilenceDialog</name>
    <message>
        <source>Silence an alert</source>
        <translation>알림 무음</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>무음</translation>
    </message>
    <message>
        <source>Only this: %1 · %2</source>
        <translation>이 알림만: %1 · %2</translation>
    </message>
    <message>
        <source>The rule, whatever it is about: %1</source>
        <translation>이 규칙 전체: %1</translation>
    </message>
    <message>
        <source>Every rule about %1</source>
        <translation>%1 관련 모든 규칙</translation>
    </message>
    <message>
        <source>What</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Why nobody needs to hear of it</source>
        <translation>알릴 필요가 없는 이유</translation>
    </message>
    <message>
        <source>the whole desk</source>
        <translation>전체 데스크</translation>
    </message>
    <message numerus="yes">
        <source>It would mute %n alert(s) that are active now. What fires is still kept and listed, but nobody is told.</source>
        <translation>
            <numerusform>현재 활성 알림 %n건이 무음 처리됩니다. 발생한 알림은 계속 기록되고 목록에 남지만 통지되지 않습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation>사유를 입력하세요.</translation>
    </message>
    <message>
        <source>Silenced for %1.</source>
        <translation>%1 동안 무음입니다.</translation>
    </message>
</context>
<context>
    <name>gavel::overview::SpendPanel</name>
    <message>
        <source>Spend against plan</source>
        <translation>계획 대비 소진</translation>
    </message>
    <message>
        <source>today, %1; the line marks the plan by now</source>
        <translation>오늘, %1. 선은 현재 계획</translation>
    </message>
    <message>
        <source>This market has no campaigns.</source>
        <translation>이 시장에는 캠페인이 없습니다.</translation>
    </message>
</context>
<context>
    <name>gavel::overview::ThroughputPanel</name>
    <message>
        <source>Market throughput</source>
        <translation>시장 처리량</translation>
    </message>
    <message>
        <source>Chart</source>
        <comment>show the chart</comment>
        <translation>차트</translation>
    </message>
    <message>
        <source>Table</source>
        <comment>show the table</comment>
        <translation>표</translation>
    </message>
    <message>
        <source>per second of market time, as of %1</source>
        <translation>시장 시간 초당, %1 기준</translation>
    </message>
    <message>
        <source>Bids</source>
        <comment>chart line</comment>
        <translation>입찰</translation>
    </message>
    <message>
        <source>Auctions</source>
        <comment>chart line</comment>
        <translation>경매</translation>
    </message>
    <message>
        <source>Wins</source>
        <comment>chart line</comment>
        <translation>낙찰</translation>
    </message>
</context>
<context>
    <name>gavel::overview::TileRow</name>
    <message>
        <source>Auctions</source>
        <comment>tile</comment>
        <translation>경매</translation>
    </message>
    <message>
        <source>Auctions in a second of market time. Opens the auctions.</source>
        <translation>시장 시간 1초당 경매 수입니다. 누르면 경매를 엽니다.</translation>
    </message>
    <message>
        <source>Bids</source>
        <comment>tile</comment>
        <translation>입찰</translation>
    </message>
    <message>
        <source>Bids in a second of market time. Opens the auctions that had a bid.</source>
        <translation>시장 시간 1초당 입찰 수입니다. 누르면 입찰이 있던 경매를 엽니다.</translation>
    </message>
    <message>
        <source>Win rate</source>
        <comment>tile</comment>
        <translation>낙찰률</translation>
    </message>
    <message>
        <source>Wins by bids. Opens the auctions that were won.</source>
        <translation>입찰 대비 낙찰입니다. 누르면 낙찰된 경매를 엽니다.</translation>
    </message>
    <message>
        <source>Fill</source>
        <comment>tile</comment>
        <translation>필레이트</translation>
    </message>
    <message>
        <source>Auctions with a winner. Opens those without one.</source>
        <translation>낙찰자가 있는 경매의 비율입니다. 누르면 유찰된 경매를 엽니다.</translation>
    </message>
    <message>
        <source>Clearing CPM</source>
        <comment>tile</comment>
        <translation>낙찰 CPM</translation>
    </message>
    <message>
        <source>Paid for a thousand impressions. Opens the auctions that were won.</source>
        <translation>노출 1,000회당 지불액입니다. 누르면 낙찰된 경매를 엽니다.</translation>
    </message>
    <message>
        <source>Auction p99</source>
        <comment>tile</comment>
        <translation>경매 p99</translation>
    </message>
    <message>
        <source>99 of 100 auctions are faster. Opens the auctions with late answers.</source>
        <translation>경매 100건 중 99건이 이보다 빠릅니다. 누르면 응답이 늦은 경매를 엽니다.</translation>
    </message>
    <message>
        <source>Spend today</source>
        <comment>tile</comment>
        <translation>오늘 소진</translation>
    </message>
    <message>
        <source>Spent by all campaigns on their day. Opens the campaigns.</source>
        <translation>모든 캠페인이 각자의 오늘 소진한 금액입니다. 누르면 캠페인을 엽니다.</translation>
    </message>
    <message>
        <source>The number is the mean of the last %1.</source>
        <translation>숫자는 최근 %1의 평균입니다.</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <comment>difference, time</comment>
        <translation>%2 이후 %1</translation>
    </message>
    <message>
        <source>/s</source>
        <comment>per second, after a number</comment>
        <translation>/s</translation>
    </message>
    <message>
        <source>ms</source>
        <comment>milliseconds</comment>
        <translation>ms</translation>
    </message>
    <message>
        <source>−%1 ms since %2</source>
        <comment>less</comment>
        <translation>%2 이후 −%1 ms</translation>
    </message>
    <message>
        <source>+%1 ms since %2</source>
        <comment>more</comment>
        <translation>%2 이후 +%1 ms</translation>
    </message>
    <message>
        <source>no plan for the day</source>
        <translation>오늘 계획 없음</translation>
    </message>
    <message>
        <source>%1 to plan %2</source>
        <comment>distance, planned amount</comment>
        <translation>계획 %2 대비 %1</translation>
    </message>
</context>
<context>
    <name>gavel::overview::VerdictBar</name>
    <message>
        <source>What needs you</source>
        <translation>처리할 일</translation>
    </message>
    <message>
        <source>Previous thing that needs you</source>
        <translation>이전 처리할 일</translation>
    </message>
    <message>
        <source>Next thing that needs you</source>
        <translation>다음 처리할 일</translation>
    </message>
    <message>
        <source>No market runs. Open a scenario or go live on the Training page.</source>
        <translation>실행 중인 시장이 없습니다. 훈련 페이지에서 시나리오를 열거나 라이브로 전환하세요.</translation>
    </message>
    <message>
        <source>Open Training</source>
        <translation>훈련 열기</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) need you:</source>
        <translation>
            <numerusform>처리할 일 %n건:</numerusform>
        </translation>
    </message>
    <message>
        <source>One thing needs you:</source>
        <translation>처리할 일 1건:</translation>
    </message>
    <message>
        <source>Nothing needs you.</source>
        <translation>지금 처리할 일이 없습니다.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>which of the things that need you</comment>
        <translation>%1/%2</translation>
    </message>
</context>
<context>
    <name>gavel::pages::CampaignsPage</name>
    <message numerus="yes">
        <source>The draft with %n change(s) was kept.</source>
        <translation>
            <numerusform>변경 %n개가 있는 초안을 보관했습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are live.</source>
        <translation>
            <numerusform>변경 %n개가 라이브에 반영되었습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>캠페인</translation>
    </message>
    <message>
        <source>Edits stay in the draft until you publish.</source>
        <translation>게시하기 전까지 수정 내용은 초안에 남습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>변경 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>새 캠페인</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>다시 실행: %1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>실행 취소: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Kept in the workspace.</source>
        <translation>작업 공간에 보관했습니다.</translation>
    </message>
    <message>
        <source>Keeping…</source>
        <translation>보관 중…</translation>
    </message>
    <message>
        <source>The draft cannot be kept: %1</source>
        <translation>초안을 보관할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>There is no campaign “%1”.</source>
        <translation>“%1” 캠페인이 없습니다.</translation>
    </message>
    <message>
        <source>%1 has no bid that can be set to %2.</source>
        <translation>%1: %2 입찰가를 지정할 수 없습니다.</translation>
    </message>
    <message>
        <source>bid of %1 to %2</source>
        <comment>undo</comment>
        <translation>%1의 입찰가 → %2</translation>
    </message>
    <message>
        <source>The bid of %1 is %2 in the draft.</source>
        <translation>초안의 %1 입찰가는 %2입니다.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>실행 취소할 것이 없습니다.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>다시 실행할 것이 없습니다.</translation>
    </message>
    <message>
        <source>No market runs.</source>
        <translation>실행 중인 시장이 없습니다.</translation>
    </message>
    <message>
        <source>The draft holds no change.</source>
        <translation>초안에 변경이 없습니다.</translation>
    </message>
    <message>
        <source>No campaign is selected.</source>
        <translation>선택한 캠페인이 없습니다.</translation>
    </message>
    <message>
        <source>Check campaigns first, with Space.</source>
        <translation>먼저 Space로 캠페인을 체크하세요.</translation>
    </message>
    <message>
        <source>The table is not filtered.</source>
        <translation>표에 적용된 필터가 없습니다.</translation>
    </message>
    <message>
        <source>No campaign of the draft breaks a rule.</source>
        <translation>초안에 규칙을 어긴 캠페인이 없습니다.</translation>
    </message>
    <message>
        <source>new campaign %1</source>
        <comment>undo</comment>
        <translation>새 캠페인 %1</translation>
    </message>
    <message>
        <source>%1, copy</source>
        <translation>%1, 사본</translation>
    </message>
    <message>
        <source>copy of %1</source>
        <comment>undo</comment>
        <translation>%1의 사본</translation>
    </message>
    <message>
        <source>removal of %1</source>
        <comment>undo</comment>
        <translation>%1 제거</translation>
    </message>
    <message numerus="yes">
        <source>removal of %n campaign(s)</source>
        <comment>undo</comment>
        <translation>
            <numerusform>캠페인 %n개 제거</numerusform>
        </translation>
    </message>
    <message>
        <source>The draft was discarded. Undo brings it back.</source>
        <translation>초안을 폐기했습니다. 실행 취소로 되살릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>살펴보기</translation>
    </message>
    <message>
        <source>Show its auctions</source>
        <translation>경매 보기</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>복제</translation>
    </message>
    <message>
        <source>As it is live</source>
        <translation>라이브대로</translation>
    </message>
    <message>
        <source>%1 as it is live</source>
        <comment>undo</comment>
        <translation>%1 라이브대로</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message numerus="yes">
        <source>Checking %n campaign(s)…</source>
        <translation>
            <numerusform>캠페인 %n개 검사 중…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gavel::pages::MarketPage</name>
    <message>
        <source>Market</source>
        <translation>시장</translation>
    </message>
    <message>
        <source>The newest %1 auctions; one opened below.</source>
        <translation>최신 경매 %1건입니다. 연 경매는 아래에 있습니다.</translation>
    </message>
    <message>
        <source>The newest %1 auctions.</source>
        <translation>최신 경매 %1건입니다.</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>따라가기</translation>
    </message>
    <message>
        <source>Previous auction</source>
        <translation>이전 경매</translation>
    </message>
    <message>
        <source>Next auction</source>
        <translation>다음 경매</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Select an auction first.</source>
        <translation>먼저 경매를 선택하세요.</translation>
    </message>
    <message>
        <source>No auction of this list has its full story.</source>
        <translation>이 목록에는 전체 기록이 있는 경매가 없습니다.</translation>
    </message>
    <message>
        <source>Apply as filter: %1</source>
        <translation>필터로 적용: %1</translation>
    </message>
    <message>
        <source>And %1</source>
        <comment>added to the filter</comment>
        <translation>그리고 %1</translation>
    </message>
    <message>
        <source>Prepare as filter: %1</source>
        <translation>필터로 준비: %1</translation>
    </message>
    <message>
        <source>No market runs.</source>
        <translation>실행 중인 시장이 없습니다.</translation>
    </message>
    <message>
        <source>Select an auction whose full story was kept.</source>
        <translation>전체 기록이 보관된 경매를 선택하세요.</translation>
    </message>
    <message>
        <source>No filter is applied.</source>
        <translation>적용된 필터가 없습니다.</translation>
    </message>
    <message>
        <source>Needs the full story of an auction.</source>
        <translation>경매의 전체 기록이 필요합니다.</translation>
    </message>
    <message>
        <source>The full story of this auction was not kept.</source>
        <translation>이 경매의 전체 기록은 보관되지 않았습니다.</translation>
    </message>
    <message>
        <source>The full story of this auction was not kept. It is for each match from now on.</source>
        <translation>이 경매의 전체 기록은 보관되지 않았습니다. 이제부터 필터에 맞는 경매는 모두 보관됩니다.</translation>
    </message>
    <message>
        <source>The run is being repeated.</source>
        <translation>실행을 반복하는 중입니다.</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::ActsDialog</name>
    <message>
        <source>What people did about subscribers</source>
        <translation>구독자에 대한 작업 기록</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>누가</translation>
    </message>
    <message>
        <source>What</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>다시 읽기</translation>
    </message>
    <message>
        <source>Nobody did anything about subscribers yet.</source>
        <translation>아직 구독자에 대한 작업이 없습니다.</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::AddressForm</name>
    <message>
        <source>Events at</source>
        <translation>이벤트 위치</translation>
    </message>
    <message>
        <source>/events; nothing: a page is their list</source>
        <translation>/events, 비우면 페이지가 곧 목록</translation>
    </message>
    <message>
        <source>Next cursor at</source>
        <translation>다음 커서 위치</translation>
    </message>
    <message>
        <source>/next, or a header: X-Next</source>
        <translation>/next 또는 헤더: X-Next</translation>
    </message>
    <message>
        <source>Cursor is sent as</source>
        <translation>커서 매개변수</translation>
    </message>
    <message>
        <source>after; or write {cursor} in the address</source>
        <translation>after 또는 주소에 {cursor} 입력</translation>
    </message>
    <message>
        <source>First cursor</source>
        <translation>첫 커서</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>This host is meant, although private or with another port</source>
        <translation>사설 주소나 다른 포트라도 이 호스트 허용</translation>
    </message>
    <message>
        <source>60 s, a third party</source>
        <translation>60초, 제3자</translation>
    </message>
    <message>
        <source>30 s, an ad server</source>
        <translation>30초, 광고 서버</translation>
    </message>
    <message>
        <source>10 s, metrics</source>
        <translation>10초, 지표</translation>
    </message>
    <message>
        <source>Waits at most</source>
        <translation>최대 대기</translation>
    </message>
    <message>
        <source>Authorization: Bearer …, one a line</source>
        <translation>Authorization: Bearer …, 한 줄에 하나씩</translation>
    </message>
    <message>
        <source>Request headers</source>
        <translation>요청 헤더</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::BatchDiagram</name>
    <message>
        <source>Collection</source>
        <translation>수집</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>복구</translation>
    </message>
    <message>
        <source>Transformation</source>
        <translation>변환</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>배포</translation>
    </message>
    <message>
        <source>Show the batches that are %1.</source>
        <translation>상태가 %1인 배치를 표시합니다.</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::BatchesView</name>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>소스</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>수신</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>중복</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>데드</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>일어난 일</translation>
    </message>
    <message numerus="yes">
        <source>The newest %n batch(es)</source>
        <translation>
            <numerusform>최신 배치 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the newest %n batch(es)</source>
        <translation>
            <numerusform>최신 배치 %n개 중 %1개</numerusform>
        </translation>
    </message>
    <message>
        <source>Batch %1</source>
        <translation>배치 %1</translation>
    </message>
    <message>
        <source>Positions %1 to %2 of %3
Events %4 to %5 of the log
Hash of what came: %6
Hash of what was stored: %7</source>
        <translation>%3의 위치 %1~%2
로그의 이벤트 %4~%5
들어온 내용의 해시: %6
저장된 내용의 해시: %7</translation>
    </message>
    <message>
        <source>States of the batches</source>
        <translation>배치 상태</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>모두 보기</translation>
    </message>
    <message>
        <source>Numbers it touched</source>
        <translation>영향을 준 수치</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>Steps of the batch</source>
        <translation>배치의 단계</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::DeadDeliveries</name>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Given up at</source>
        <translation>포기 시각</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>시도</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Last reason</source>
        <translation>마지막 이유</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>누가</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>다시 읽기</translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for the redrive</source>
        <translation>
            <numerusform>%n개 재처리 대기</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open one(s) selected</source>
        <translation>
            <numerusform>열린 것 %n개 선택</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n dead deliveries</source>
        <translation>
            <numerusform>최근 실패 전달 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dead deliveries</source>
        <translation>
            <numerusform>실패 전달 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>No open dead delivery is selected.</source>
        <translation>선택한 열린 실패 전달이 없습니다.</translation>
    </message>
    <message>
        <source>No delivery to %1 was ever given up.</source>
        <translation>%1에 대한 전달이 포기된 적이 없습니다.</translation>
    </message>
    <message>
        <source>No dead delivery to %1 waits for you.</source>
        <translation>%1에 처리할 실패 전달이 없습니다.</translation>
    </message>
    <message>
        <source>Show every group</source>
        <translation>모든 그룹 보기</translation>
    </message>
    <message>
        <source>No dead delivery waits for you.</source>
        <translation>처리할 실패 전달이 없습니다.</translation>
    </message>
    <message>
        <source>Show any state</source>
        <translation>모든 상태 보기</translation>
    </message>
    <message>
        <source>No delivery was ever given up.</source>
        <translation>포기된 전달이 없습니다.</translation>
    </message>
    <message>
        <source>Every group</source>
        <translation>모든 그룹</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>%1만</translation>
    </message>
    <message>
        <source>Groups that are listed</source>
        <translation>나열할 그룹</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열림</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>모든 상태</translation>
    </message>
    <message>
        <source>States that are listed</source>
        <translation>나열할 상태</translation>
    </message>
    <message>
        <source>Show older</source>
        <translation>더 오래된 것</translation>
    </message>
    <message>
        <source>Redrive…</source>
        <translation>재처리…</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>폐기…</translation>
    </message>
    <message>
        <source>Dead deliveries</source>
        <translation>실패 전달</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::DeadPanel</name>
    <message>
        <source>Filter of the dead letters</source>
        <translation>데드 레터 필터</translation>
    </message>
    <message>
        <source>Dead letters</source>
        <translation>데드 레터</translation>
    </message>
    <message>
        <source>kept, counted, never billed</source>
        <translation>보관하고 세며 청구하지 않음</translation>
    </message>
    <message>
        <source>Dead letters per minute</source>
        <translation>분당 데드 레터</translation>
    </message>
    <message>
        <source>Filter, for example %1</source>
        <translation>필터, 예: %1</translation>
    </message>
    <message>
        <source>Dead letters per minute, %1 to %2</source>
        <translation>분당 데드 레터, %1~%2</translation>
    </message>
    <message>
        <source>No dead letter waits. Every event was stored, or known already.</source>
        <translation>기다리는 데드 레터가 없습니다. 모든 이벤트가 저장되었거나 이미 알려져 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more, newest %2</source>
        <comment>source, time</comment>
        <translation>
            <numerusform>%1 외 %n개, 최신 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, newest %2</source>
        <comment>source, time</comment>
        <translation>%1, 최신 %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>source, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>By rule %1</source>
        <translation>규칙별 %1</translation>
    </message>
    <message>
        <source>Each %1</source>
        <translation>개별 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>rules, sources</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>규칙 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>소스 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>%1 checked</source>
        <translation>%1개 선택됨</translation>
    </message>
    <message>
        <source>%1 older ones wait</source>
        <translation>더 오래된 %1개가 기다립니다</translation>
    </message>
    <message>
        <source>%1 others wait outside the filter</source>
        <translation>필터 밖에서 %1개가 기다립니다</translation>
    </message>
    <message>
        <source>The filter hides all.</source>
        <translation>필터가 모두 숨깁니다.</translation>
    </message>
    <message>
        <source>Space checks a row.</source>
        <translation>스페이스로 줄을 선택합니다.</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::DeadRows</name>
    <message>
        <source>%1, %2, %3</source>
        <comment>reason, source and time, number</comment>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::Deliveries</name>
    <message numerus="yes">
        <source>Redrive %n dead delivery(s)</source>
        <translation>
            <numerusform>실패 전달 %n개 재처리</numerusform>
        </translation>
    </message>
    <message>
        <source>Redrive</source>
        <translation>재처리</translation>
    </message>
    <message>
        <source>Each is sent again under its old key, with as many tries as a new one. What nobody takes is dead again.</source>
        <translation>각각 이전 키로 다시 보내며 시도 횟수는 새 전달과 같습니다. 아무도 받지 않으면 다시 실패 전달이 됩니다.</translation>
    </message>
    <message>
        <source>One of a group goes out each second.</source>
        <translation>그룹마다 1초에 하나씩 보냅니다.</translation>
    </message>
    <message>
        <source>%1 redriven.</source>
        <comment>dead deliveries</comment>
        <translation>%1개를 재처리했습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Discard %n dead delivery(s)</source>
        <translation>
            <numerusform>실패 전달 %n개 폐기</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>폐기</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>stands beside each delivery</source>
        <translation>각 전달 옆에 남습니다</translation>
    </message>
    <message>
        <source>They stay listed as discarded, and are never sent. This cannot be undone.</source>
        <translation>폐기됨으로 남고 다시 보내지 않습니다. 되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation>사유가 필요합니다.</translation>
    </message>
    <message>
        <source>%1 discarded.</source>
        <comment>dead deliveries</comment>
        <translation>%1개를 폐기했습니다.</translation>
    </message>
    <message>
        <source>%1 %2 refused: %3</source>
        <comment>sentence, number, reason</comment>
        <translation>%1 %2개 거부됨: %3</translation>
    </message>
    <message>
        <source>%1 took the test.</source>
        <comment>a subscriber</comment>
        <translation>%1에서 테스트를 받았습니다.</translation>
    </message>
    <message>
        <source>Version %1 of the subscribers is in force.</source>
        <translation>구독자 버전 %1이(가) 적용되었습니다.</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::DeliveryDetail</name>
    <message>
        <source>Given up %1: %2</source>
        <comment>time, reason</comment>
        <translation>%1 포기: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n tries in all</source>
        <translation>
            <numerusform>모두 %n회 시도</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 by %3: %4</source>
        <comment>state, time, person, reason</comment>
        <translation>%1, %2, %3: %4</translation>
    </message>
    <message>
        <source>%1 %2 by %3</source>
        <comment>state, time, person</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>state, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No dead delivery is selected.</source>
        <translation>선택한 실패 전달이 없습니다.</translation>
    </message>
    <message>
        <source>The body as it was sent</source>
        <translation>보낸 그대로의 본문</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::EquationStrip</name>
    <message>
        <source>No full minute has passed yet.</source>
        <translation>아직 온전한 1분이 지나지 않았습니다.</translation>
    </message>
    <message>
        <source>Last full minute, %1: received %2 = stored %3 + duplicate %4 + dead %5 + refused %6</source>
        <translation>지난 1분, %1: 수신 %2 = 저장 %3 + 중복 %4 + 데드 %5 + 거부 %6</translation>
    </message>
    <message>
        <source>nothing missing</source>
        <translation>빠진 것 없음</translation>
    </message>
    <message>
        <source>%1 missing</source>
        <translation>%1개 빠짐</translation>
    </message>
    <message>
        <source>%1 too many</source>
        <translation>%1개 많음</translation>
    </message>
    <message>
        <source>of the stored: %1 repaired; %2 in quarantine, not billed</source>
        <translation>저장된 것 중: 복구 %1, 격리 %2(청구 안 함)</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>what is missing, sources</comment>
        <translation>%2: %1</translation>
    </message>
    <message>
        <source>it does not add up</source>
        <translation>수가 맞지 않음</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::FeedDialog</name>
    <message>
        <source>Feed a file</source>
        <translation>파일 투입</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>투입</translation>
    </message>
    <message>
        <source>told from the name</source>
        <translation>이름으로 판단</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>CSV with a header</source>
        <translation>머리글이 있는 CSV</translation>
    </message>
    <message>
        <source>File, folder or address</source>
        <translation>파일, 폴더 또는 주소</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>made of the path</source>
        <translation>경로에서 만듦</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Look again every</source>
        <translation>다시 보는 간격</translation>
    </message>
    <message>
        <source>once; or seconds, 60</source>
        <translation>한 번, 또는 초 단위 60</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>필드</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>파일…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>폴더…</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>상대</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>우리</translation>
    </message>
    <message>
        <source>Fields with our names need no row.</source>
        <translation>우리 이름을 쓰는 필드는 줄이 필요 없습니다.</translation>
    </message>
    <message>
        <source>Folder to feed</source>
        <translation>투입할 폴더</translation>
    </message>
    <message>
        <source>File to feed</source>
        <translation>투입할 파일</translation>
    </message>
    <message>
        <source>Events (*.jsonl *.json *.csv *.gz *.zst)</source>
        <translation>이벤트 (*.jsonl *.json *.csv *.gz *.zst)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Our name of row %1</source>
        <translation>%1번째 줄의 우리 이름</translation>
    </message>
    <message>
        <source>place</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>name a file, a folder or an address</source>
        <translation>파일, 폴더 또는 주소를 쓰십시오</translation>
    </message>
    <message>
        <source>look again every</source>
        <translation>다시 보는 간격</translation>
    </message>
    <message>
        <source>write seconds from 1 to %1, or nothing</source>
        <translation>1~%1초를 쓰거나 비워 두십시오</translation>
    </message>
    <message>
        <source>an address is looked at again and again</source>
        <translation>주소는 되풀이해서 봅니다</translation>
    </message>
    <message>
        <source>fields</source>
        <translation>필드</translation>
    </message>
    <message>
        <source>row %1 has no name of theirs</source>
        <translation>%1번째 줄에 상대 이름이 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>The address is asked every %1 s, with %n field(s) renamed.</source>
        <translation>
            <numerusform>주소에 %1초마다 묻고, 필드 %n개의 이름을 바꿉니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What is there is read once, with %n field(s) renamed.</source>
        <translation>
            <numerusform>있는 것을 한 번 읽고, 필드 %n개의 이름을 바꿉니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What is there is read, then what is new every %1 s, with %n field(s) renamed.</source>
        <translation>
            <numerusform>있는 것을 읽은 뒤 %1초마다 새것을 읽고, 필드 %n개의 이름을 바꿉니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Events that are stored already count once.</source>
        <translation>이미 저장된 이벤트는 한 번만 셉니다.</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>seconds, 60</source>
        <translation>초, 예: 60</translation>
    </message>
    <message>
        <source>made of the host</source>
        <translation>호스트에서 만듦</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::FieldModel</name>
    <message>
        <source>same</source>
        <translation>그대로</translation>
    </message>
    <message>
        <source>taken away</source>
        <translation>제거됨</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>직접 입력</translation>
    </message>
    <message>
        <source>fails a rule</source>
        <translation>규칙 위반</translation>
    </message>
    <message>
        <source>passes</source>
        <translation>통과</translation>
    </message>
    <message>
        <source>F2 types a value, Del takes the field away.</source>
        <translation>F2로 값을 입력하고 Del로 필드를 제거합니다.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>필드</translation>
    </message>
    <message>
        <source>Original, kept</source>
        <translation>원본, 보관</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>복구</translation>
    </message>
    <message>
        <source>How</source>
        <translation>방법</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::FieldTable</name>
    <message>
        <source>As it was</source>
        <translation>원래대로</translation>
    </message>
    <message>
        <source>Take the field away</source>
        <translation>필드 제거</translation>
    </message>
    <message>
        <source>Fields of the event</source>
        <translation>이벤트의 필드</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::FlowView</name>
    <message>
        <source>%1: %2 per second, backlog %3</source>
        <comment>stage</comment>
        <translation>%1: 초당 %2, 적체 %3</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>거부</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>중복</translation>
    </message>
    <message>
        <source>Dead letter</source>
        <translation>데드 레터</translation>
    </message>
    <message>
        <source>Quarantine</source>
        <translation>격리</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>재시도</translation>
    </message>
    <message>
        <source>/s</source>
        <comment>per second</comment>
        <translation>/초</translation>
    </message>
    <message>
        <source>backlog %1</source>
        <translation>적체 %1</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>p99 %1</source>
        <translation>p99 %1</translation>
    </message>
    <message>
        <source>%1 /min</source>
        <comment>in a minute</comment>
        <translation>%1 /분</translation>
    </message>
    <message>
        <source>%1: %2 events since the start, backlog %3 of at most %4</source>
        <comment>stage</comment>
        <translation>%1: 시작 이후 이벤트 %2개, 적체 %3, 최대 %4</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::LineDialog</name>
    <message>
        <source>It is stored as it came.</source>
        <translation>들어온 그대로 저장되었습니다.</translation>
    </message>
    <message>
        <source>The line as it came</source>
        <translation>들어온 그대로의 줄</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::MinuteBars</name>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>at most %1, at %2</source>
        <comment>number, time</comment>
        <translation>최대 %1, %2</translation>
    </message>
    <message>
        <source>%1: %2 dead letters</source>
        <comment>time, number</comment>
        <translation>%1: 데드 레터 %2개</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::PipelinePage</name>
    <message>
        <source>Pipeline</source>
        <translation>파이프라인</translation>
    </message>
    <message>
        <source>Every event is stored once, or you see here why not.</source>
        <translation>모든 이벤트는 한 번 저장되며, 아니면 여기서 이유를 봅니다.</translation>
    </message>
    <message>
        <source>Trace a number…</source>
        <translation>수치 추적…</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>Feed a file…</source>
        <translation>파일 투입…</translation>
    </message>
    <message>
        <source>Replay…</source>
        <translation>재생…</translation>
    </message>
    <message>
        <source>Asking the pipeline…</source>
        <translation>파이프라인에 묻는 중…</translation>
    </message>
    <message>
        <source>Replay, %1</source>
        <translation>재생 %1</translation>
    </message>
    <message>
        <source>No dead letter is selected.</source>
        <translation>선택된 데드 레터가 없습니다.</translation>
    </message>
    <message>
        <source>No open dead letter is shown.</source>
        <translation>표시된 열린 데드 레터가 없습니다.</translation>
    </message>
    <message>
        <source>No dead letter is shown.</source>
        <translation>표시된 데드 레터가 없습니다.</translation>
    </message>
    <message>
        <source>The filter is empty.</source>
        <translation>필터가 비어 있습니다.</translation>
    </message>
    <message>
        <source>without %1</source>
        <comment>field</comment>
        <translation>%1 없이</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <comment>field, value</comment>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>reason, number or value</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more row(s)</source>
        <translation>
            <numerusform>그 밖에 %n줄</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 stored</source>
        <comment>events</comment>
        <translation>%1개 저장</translation>
    </message>
    <message>
        <source>%1 were duplicates</source>
        <translation>%1개 중복</translation>
    </message>
    <message>
        <source>%1 are still dead</source>
        <translation>%1개 여전히 데드</translation>
    </message>
    <message>
        <source>%1 were not open</source>
        <translation>%1개 열려 있지 않음</translation>
    </message>
    <message numerus="yes">
        <source>Redrive %n dead letter(s)</source>
        <translation>
            <numerusform>데드 레터 %n개 재처리</numerusform>
        </translation>
    </message>
    <message>
        <source>Redrive</source>
        <translation>재처리</translation>
    </message>
    <message>
        <source>Each is judged again by the rules in force.</source>
        <translation>각각 적용 중인 규칙으로 다시 판정합니다.</translation>
    </message>
    <message>
        <source>Each is judged again with %1.</source>
        <translation>바꾸는 값: %1. 각각 다시 판정합니다.</translation>
    </message>
    <message>
        <source>What passes is stored and counted as late; what fails stays here.</source>
        <translation>통과한 것은 저장되고 늦은 것으로 셉니다. 실패한 것은 여기에 남습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Discard %n dead letter(s)</source>
        <translation>
            <numerusform>데드 레터 %n개 폐기</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>폐기</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>stands beside each letter</source>
        <translation>각 레터 옆에 남음</translation>
    </message>
    <message>
        <source>They stay listed as discarded with their lines, are never stored and never counted. This cannot be undone.</source>
        <translation>원본 줄과 함께 폐기됨으로 남으며, 저장되거나 세지 않습니다. 되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation>사유가 필요합니다.</translation>
    </message>
    <message>
        <source>%1 discarded.</source>
        <comment>dead letters</comment>
        <translation>%1개를 폐기했습니다.</translation>
    </message>
    <message>
        <source>Version %1 of the rules holds for the next batch.</source>
        <translation>다음 배치부터 적용되는 규칙 버전: %1</translation>
    </message>
    <message>
        <source>%1 is a source now.</source>
        <translation>이제 %1에서 수집합니다.</translation>
    </message>
    <message>
        <source>Line %1 of %2, %3</source>
        <comment>position, source, state</comment>
        <translation>%2의 %1번째 줄, %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>rule, reason</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 by %2: %3</source>
        <comment>state, person, reason</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Raw line</source>
        <translation>원본 줄</translation>
    </message>
    <message>
        <source>Nothing of it is stored while it is dead.</source>
        <translation>데드인 동안에는 아무것도 저장되지 않습니다.</translation>
    </message>
    <message>
        <source>%1 is paused.</source>
        <translation>%1: 일시 정지되었습니다.</translation>
    </message>
    <message>
        <source>%1 goes on.</source>
        <translation>%1: 계속합니다.</translation>
    </message>
    <message>
        <source>No subscriber is selected among the deliveries.</source>
        <translation>전달에서 선택한 구독자가 없습니다.</translation>
    </message>
    <message>
        <source>No open dead delivery is selected.</source>
        <translation>선택한 열린 실패 전달이 없습니다.</translation>
    </message>
    <message>
        <source>No dead delivery is listed.</source>
        <translation>나열된 실패 전달이 없습니다.</translation>
    </message>
    <message>
        <source>%1 is read no more; what it brought stays.</source>
        <translation>%1: 더 이상 읽지 않습니다. 가져온 데이터는 남습니다.</translation>
    </message>
    <message>
        <source>Only a file or an address is read; the others send.</source>
        <translation>파일이나 주소만 읽습니다. 나머지는 스스로 보냅니다.</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::RepairPanel</name>
    <message>
        <source>%1: %2</source>
        <comment>rule, reason</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>An event with this id is stored: it counts once.</source>
        <translation>이 id의 이벤트가 이미 저장되어 한 번만 셉니다.</translation>
    </message>
    <message>
        <source>Stored in quarantine, not billed: %1</source>
        <comment>reason</comment>
        <translation>격리에 저장, 청구 안 함: %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>stage, outcome</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Verdict now</source>
        <translation>현재 판정</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what, detail</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>복구</translation>
    </message>
    <message>
        <source>The one before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>The next one</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>계보</translation>
    </message>
    <message>
        <source>The numbers that its batch touched.</source>
        <translation>이 배치가 영향을 준 수치입니다.</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>원본</translation>
    </message>
    <message>
        <source>The line as it came.</source>
        <translation>들어온 그대로의 줄입니다.</translation>
    </message>
    <message>
        <source>Only this</source>
        <translation>이것만</translation>
    </message>
    <message>
        <source>Make a rule…</source>
        <translation>규칙 만들기…</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>폐기…</translation>
    </message>
    <message>
        <source>Select a dead letter to see what is wrong with it.</source>
        <translation>데드 레터를 선택하면 무엇이 잘못되었는지 보입니다.</translation>
    </message>
    <message>
        <source>%1 of %2 with this reason</source>
        <translation>이 사유 %2개 중 %1번째</translation>
    </message>
    <message>
        <source>no id</source>
        <translation>id 없음</translation>
    </message>
    <message>
        <source>line %1, %2</source>
        <comment>position, source</comment>
        <translation>%1번째 줄, %2</translation>
    </message>
    <message>
        <source>%1 by %2 at %3</source>
        <comment>state, person, time</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>%1번째 줄</translation>
    </message>
    <message>
        <source>batch %1</source>
        <translation>배치 %1</translation>
    </message>
    <message>
        <source>%1 events, rules v%2</source>
        <translation>이벤트 %1개, 규칙 v%2</translation>
    </message>
    <message>
        <source>event log</source>
        <translation>이벤트 로그</translation>
    </message>
    <message>
        <source>nothing of it is stored</source>
        <translation>저장된 것이 없음</translation>
    </message>
    <message>
        <source>positions %1 to %2</source>
        <translation>위치 %1~%2</translation>
    </message>
    <message>
        <source>judged</source>
        <translation>판정</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s), first at %1</source>
        <translation>
            <numerusform>%n회, 처음 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Where this event goes</source>
        <translation>이 이벤트의 행방</translation>
    </message>
    <message>
        <source>Redrive %1…</source>
        <translation>%1개 재처리…</translation>
    </message>
    <message>
        <source>Redrive…</source>
        <translation>재처리…</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::ReplayDialog</name>
    <message>
        <source>Replay</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>카운터</translation>
    </message>
    <message>
        <source>Stop the replay</source>
        <translation>재생 중지</translation>
    </message>
    <message>
        <source>Every counter is counted anew from the log beside the one in use, compared with it, and put in its place. Events that come meanwhile are counted as always; nothing is sent to subscribers again.</source>
        <translation>사용 중인 카운터 옆에서 로그로 모든 카운터를 다시 세고, 비교한 뒤 바꿉니다. 그동안 오는 이벤트는 평소처럼 세며, 구독자에게 다시 보내지 않습니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>%1 of %2 events read, began at %3</source>
        <translation>이벤트 %2개 중 %1개 읽음, %3 시작</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>세는 중</translation>
    </message>
    <message>
        <source>The last replay was stopped; the counters are as they were.</source>
        <translation>지난 재생이 중지되었습니다. 카운터는 그대로입니다.</translation>
    </message>
    <message>
        <source>No replay has run since the start.</source>
        <translation>시작 이후 실행된 재생이 없습니다.</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::RulesDialog</name>
    <message>
        <source>Rules</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>Lines that fare differently</source>
        <translation>결과가 달라지는 줄</translation>
    </message>
    <message>
        <source>Try on recent events</source>
        <translation>최근 이벤트로 시험</translation>
    </message>
    <message>
        <source>Rules as JSON</source>
        <translation>JSON 규칙</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>현재</translation>
    </message>
    <message>
        <source>With these rules</source>
        <translation>이 규칙으로</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>줄</translation>
    </message>
    <message>
        <source>Try the rules to see which lines would fare differently.</source>
        <translation>규칙을 시험하면 결과가 달라지는 줄이 보입니다.</translation>
    </message>
    <message>
        <source>Reading the rules…</source>
        <translation>규칙을 읽는 중…</translation>
    </message>
    <message>
        <source>Rules, version %1</source>
        <translation>규칙, 버전 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>규칙 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, all understood</source>
        <comment>rules</comment>
        <translation>%1, 모두 이해됨</translation>
    </message>
    <message>
        <source>%1, as they are in force</source>
        <comment>rules</comment>
        <translation>%1, 적용 중인 그대로</translation>
    </message>
    <message>
        <source>Judging recent lines with these rules…</source>
        <translation>이 규칙으로 최근 줄을 판정하는 중…</translation>
    </message>
    <message numerus="yes">
        <source>Of %1 lines %2 would be stored (%3 repaired, %4 in quarantine) and %5 dead; %n would fare differently</source>
        <translation>
            <numerusform>%1줄 중 %2줄 저장(복구 %3, 격리 %4), %5줄 데드. 결과가 달라지는 줄 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::RulesView</name>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>필드</translation>
    </message>
    <message>
        <source>Checks and repairs</source>
        <translation>검사와 복구</translation>
    </message>
    <message>
        <source>Otherwise</source>
        <translation>그 외</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>통과</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>복구</translation>
    </message>
    <message numerus="yes">
        <source>Version %1, %n rule(s); the counts began with it</source>
        <translation>
            <numerusform>버전 %1, 규칙 %n개. 이 버전부터 셉니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Version %1 by %2 since %3, %n rule(s); the counts began with it</source>
        <translation>
            <numerusform>버전 %1, %2, %3부터, 규칙 %n개. 이 버전부터 셉니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit the rules…</source>
        <translation>규칙 편집…</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>규칙</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::ScoresPanel</name>
    <message>
        <source>Scores</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>score, points</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>측정 안 됨</translation>
    </message>
    <message>
        <source>%1 is lowest: %2</source>
        <comment>score, what it is made of</comment>
        <translation>%1 최저: %2</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::SourcesPanel</name>
    <message>
        <source>Source</source>
        <translation>소스</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>소스 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Collector</source>
        <translation>수집기</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>collector, how far it is</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Freshness</source>
        <translation>최신도</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>완전도</translation>
    </message>
    <message>
        <source>Stored or known already, of what was received.</source>
        <translation>받은 것 중 저장되었거나 이미 알려진 비율입니다.</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>최근</translation>
    </message>
    <message>
        <source>Events/s</source>
        <translation>이벤트/초</translation>
    </message>
    <message>
        <source>%1 received = %2 stored + %3 duplicate + %4 dead + %5 refused</source>
        <translation>수신 %1 = 저장 %2 + 중복 %3 + 데드 %4 + 거부 %5</translation>
    </message>
    <message>
        <source>Read to %1</source>
        <translation>%1까지 읽음</translation>
    </message>
    <message>
        <source>No source is connected.</source>
        <translation>연결된 소스가 없습니다.</translation>
    </message>
    <message>
        <source>Feed a file…</source>
        <translation>파일 투입…</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number, freshness</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>none is late</source>
        <translation>지연 없음</translation>
    </message>
    <message>
        <source>Its dead letters</source>
        <translation>이 소스의 데드 레터</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>재개</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>소스</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>in the last full minute %1 = %2 + %3 + %4 + %5</source>
        <translation>지난 1분 동안 %1 = %2 + %3 + %4 + %5</translation>
    </message>
    <message>
        <source>Sends %1; the values are not shown.</source>
        <translation>%1 헤더를 보냅니다. 값은 표시하지 않습니다.</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::StagesPanel</name>
    <message>
        <source>events per second, as of %1</source>
        <translation>초당 이벤트, %1 기준</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>backlog, share of its limit</source>
        <translation>적체, 한도 대비</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>흐름</translation>
    </message>
    <message>
        <source>25 batch states</source>
        <translation>배치 상태 25개</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>View of the stages</source>
        <translation>단계 보기</translation>
    </message>
    <message>
        <source>Flow of the stages</source>
        <translation>단계 흐름</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>전달</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::SubscribersTable</name>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Subscriber</source>
        <translation>구독자</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>채널</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>지연</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>최근 성공</translation>
    </message>
    <message>
        <source>Last failure</source>
        <translation>최근 실패</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>데드</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>전달됨</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>전송 포기</translation>
    </message>
    <message>
        <source>Retried</source>
        <translation>재시도</translation>
    </message>
    <message>
        <source>Nobody is told of alerts outside this console.</source>
        <translation>이 콘솔 밖에서는 아무도 알림을 받지 않습니다.</translation>
    </message>
    <message>
        <source>Name who is told…</source>
        <translation>구독자 지정…</translation>
    </message>
    <message numerus="yes">
        <source>%n subscriber(s)</source>
        <translation>
            <numerusform>구독자 %n명</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; version %2 by %3 since %4</source>
        <comment>subscribers</comment>
        <translation>%1, 버전 %2, 작성자 %3, %4부터</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>테스트 중…</translation>
    </message>
    <message>
        <source>Send test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>Select a subscriber first.</source>
        <translation>먼저 구독자를 선택하십시오.</translation>
    </message>
    <message>
        <source>One alert of no meaning to %1.</source>
        <translation>%1에 의미 없는 알림을 하나 보냅니다.</translation>
    </message>
    <message>
        <source>What people did…</source>
        <translation>작업 기록…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>수정…</translation>
    </message>
    <message>
        <source>Subscribers</source>
        <translation>구독자</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::TraceDialog</name>
    <message>
        <source>Source</source>
        <translation>소스</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>이벤트</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>%1, Enter shows the numbers it touched.</source>
        <translation>%1, Enter로 영향을 준 수치를 봅니다.</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>In quarantine, not billed.</source>
        <translation>격리 중이며 청구하지 않습니다.</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>줄</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Of this batch</source>
        <translation>이 배치에서</translation>
    </message>
    <message>
        <source>a time is written 2026-03-20 14:00</source>
        <translation>시각의 형식은 2026-03-20 14:00입니다</translation>
    </message>
    <message>
        <source>Trace a number</source>
        <translation>수치 추적</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>추적</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>소스</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>수치</translation>
    </message>
    <message>
        <source>What is behind it</source>
        <translation>뒤에 있는 것</translation>
    </message>
    <message>
        <source>What a batch touched</source>
        <translation>배치의 영향</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Name what the number is of, its hour, and trace it.</source>
        <translation>수치의 대상과 시간을 적고 추적하십시오.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>부터</translation>
    </message>
    <message>
        <source>To</source>
        <translation>까지</translation>
    </message>
    <message>
        <source>Reading the log…</source>
        <translation>로그를 읽는 중…</translation>
    </message>
    <message>
        <source>%1 %2 of %3; the log and the counter agree.</source>
        <comment>number, measure, id</comment>
        <translation>%3의 %2: %1. 로그와 카운터가 일치합니다.</translation>
    </message>
    <message>
        <source>The log has %1 %2 of %3, the counter has %4. Replay to count anew.</source>
        <comment>number, measure, id, number</comment>
        <translation>%3의 %2: 로그 %1, 카운터 %4. 재생하여 다시 세십시오.</translation>
    </message>
    <message>
        <source>Reading what batch %1 touched…</source>
        <translation>배치 %1의 영향을 읽는 중…</translation>
    </message>
    <message>
        <source>Batch %1 touched no number: nothing of it is counted.</source>
        <translation>배치 %1: 영향을 준 수치가 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Batch %1 touched %n number(s). Enter traces one.</source>
        <translation>
            <numerusform>배치 %1: 영향을 준 수치 %n개. Enter로 추적합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 at %3
Position %4 of %5, batch %6, sequence %7</source>
        <comment>kind, campaign, time, position, source, batch, sequence</comment>
        <translation>%2의 %1, %3
%5의 위치 %4, 배치 %6, 순번 %7</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>원인</translation>
    </message>
    <message>
        <source>What caused it: Enter shows the whole way.</source>
        <translation>원인입니다. Enter로 전체 경로를 봅니다.</translation>
    </message>
    <message>
        <source>Caused by %1</source>
        <comment>an event</comment>
        <translation>원인: %1</translation>
    </message>
    <message>
        <source>Led to %1</source>
        <comment>an event</comment>
        <translation>결과: %1</translation>
    </message>
    <message>
        <source>%1 of %2 at %3, %4/%5</source>
        <comment>kind, campaign, time, source, sequence</comment>
        <translation>%2의 %1, %3, %4/%5</translation>
    </message>
    <message>
        <source>of %1</source>
        <comment>an auction</comment>
        <translation>%1의 것</translation>
    </message>
    <message>
        <source>Came as %1, line %2</source>
        <comment>file or request, place</comment>
        <translation>출처 %1, %2번째 줄</translation>
    </message>
    <message>
        <source>; was dead letter %1, redriven by %2</source>
        <comment>number, person</comment>
        <translation>; 데드 레터 %1이었고 %2이(가) 재처리함</translation>
    </message>
</context>
<context>
    <name>gavel::schedule::DiagramPanel</name>
    <message>
        <source>Round</source>
        <translation>회차</translation>
    </message>
    <message>
        <source>double frame = end   dashed = by hand   blue = the selected task</source>
        <translation>이중 테두리 = 끝   파선 = 수동   파랑 = 선택한 작업</translation>
    </message>
    <message>
        <source>States of the tasks</source>
        <translation>작업 상태</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>작업 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, started %2 ago</source>
        <comment>tasks, how long</comment>
        <translation>%1, %2 전 시작</translation>
    </message>
    <message>
        <source>%1, done in %2 ms</source>
        <comment>tasks, of the machine&apos;s time</comment>
        <translation>%1, %2 ms 만에 완료</translation>
    </message>
</context>
<context>
    <name>gavel::schedule::QuotaFlowView</name>
    <message>
        <source>%1 %2: spent %3, held %4, free %5</source>
        <translation>%1 %2: 소진 %3, 예약 %4, 잔여 %5</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>소진</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>예약</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>잔여</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>에포크 %1</translation>
    </message>
    <message>
        <source>ends %1</source>
        <comment>time</comment>
        <translation>%1 종료</translation>
    </message>
    <message>
        <source>spent %1</source>
        <translation>소진 %1</translation>
    </message>
    <message>
        <source>bids × %1</source>
        <translation>입찰가 × %1</translation>
    </message>
    <message>
        <source>has version %1</source>
        <translation>버전 %1 적용</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>No slice is out.</source>
        <translation>나간 슬라이스가 없습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 slices shown</source>
        <translation>슬라이스 %2개 중 %1개 표시</translation>
    </message>
    <message>
        <source>Slices %1</source>
        <translation>슬라이스 %1</translation>
    </message>
    <message>
        <source>Ad servers</source>
        <translation>광고 서버</translation>
    </message>
    <message>
        <source>Grant %1 of epoch %2: may spend %3 more until %4; the server has applied %5 and last reported %6.</source>
        <translation>에포크 %2의 할당 %1: %4까지 %3 더 소진할 수 있습니다. 서버 적용 %5, 최근 보고 %6.</translation>
    </message>
</context>
<context>
    <name>gavel::schedule::QuotaPanel</name>
    <message>
        <source>Campaign</source>
        <translation>캠페인</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>예산</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>소진</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>예약</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>잔여</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>슬라이스</translation>
    </message>
    <message>
        <source>One campaign</source>
        <translation>캠페인 하나</translation>
    </message>
    <message>
        <source>All campaigns</source>
        <translation>모든 캠페인</translation>
    </message>
    <message>
        <source>Quota of all campaigns</source>
        <translation>모든 캠페인의 할당량</translation>
    </message>
    <message>
        <source>those that hold some, most held first</source>
        <translation>예약이 있는 캠페인, 많은 순</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>할당량</translation>
    </message>
    <message>
        <source>No campaign is selected.</source>
        <translation>선택한 캠페인이 없습니다.</translation>
    </message>
    <message>
        <source>Quota of %1</source>
        <translation>%1의 할당량</translation>
    </message>
</context>
<context>
    <name>gavel::schedule::SchedulePage</name>
    <message>
        <source>and %1 more</source>
        <translation>외 %1개</translation>
    </message>
    <message>
        <source>No campaign is due now, so nothing will change.</source>
        <translation>지금 기한이 된 캠페인이 없어 바뀌는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Retry the task</source>
        <translation>작업 재시도</translation>
    </message>
    <message>
        <source>Cancel the task</source>
        <translation>작업 취소</translation>
    </message>
    <message>
        <source>Run a round now</source>
        <translation>지금 회차 실행</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>재시도</translation>
    </message>
    <message numerus="yes">
        <source>Run %n campaign(s)</source>
        <translation>
            <numerusform>캠페인 %n개 실행</numerusform>
        </translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>완료했습니다.</translation>
    </message>
    <message>
        <source>Retry…</source>
        <translation>재시도…</translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation>취소…</translation>
    </message>
    <message>
        <source>Run a round of %1 now…</source>
        <translation>지금 %1 회차 실행…</translation>
    </message>
    <message>
        <source>Open %1 in Campaigns</source>
        <translation>캠페인에서 %1 열기</translation>
    </message>
    <message>
        <source>No round is to come.</source>
        <translation>예정된 회차가 없습니다.</translation>
    </message>
    <message>
        <source>No market runs.</source>
        <translation>실행 중인 시장이 없습니다.</translation>
    </message>
    <message>
        <source>Only a failed task is retried by hand.</source>
        <translation>수동 재시도는 실패한 작업만 할 수 있습니다.</translation>
    </message>
    <message>
        <source>It has ended, or an ad server has its quota already.</source>
        <translation>이미 끝났거나 광고 서버가 할당량을 받았습니다.</translation>
    </message>
    <message>
        <source>The newest round is shown.</source>
        <translation>최신 회차가 표시되어 있습니다.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>일정</translation>
    </message>
    <message>
        <source>One task for each campaign and round: collect, settle, distribute.</source>
        <translation>캠페인과 회차마다 작업 하나: 수집, 정산, 배분.</translation>
    </message>
    <message>
        <source>A task for each campaign and round. Ended ones stay for %1, failed ones for %2.</source>
        <translation>캠페인과 회차마다 작업 하나. 종료된 작업은 %1, 실패한 작업은 %2 보관.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n일</numerusform>
        </translation>
    </message>
    <message>
        <source>ever</source>
        <translation>영구</translation>
    </message>
    <message>
        <source>No market runs, so nothing is scheduled.</source>
        <translation>실행 중인 시장이 없어 예정된 작업이 없습니다.</translation>
    </message>
    <message>
        <source>Run now…</source>
        <translation>지금 실행…</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>달력</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>회차</translation>
    </message>
    <message>
        <source>No round has begun yet.</source>
        <translation>아직 시작한 회차가 없습니다.</translation>
    </message>
    <message>
        <source>Newest round</source>
        <translation>최신 회차</translation>
    </message>
    <message>
        <source>Next round %1, %2</source>
        <comment>time, how long from now</comment>
        <translation>다음 회차 %1, %2</translation>
    </message>
    <message>
        <source>No market runs. Choose a scenario in Training, or go live.</source>
        <translation>실행 중인 시장이 없습니다. 훈련에서 시나리오를 고르거나 라이브로 전환하세요.</translation>
    </message>
    <message>
        <source>Open Training</source>
        <translation>훈련 열기</translation>
    </message>
    <message>
        <source>Tasks appear with the first round of a market.</source>
        <translation>시장의 첫 회차가 시작되면 작업이 나타납니다.</translation>
    </message>
</context>
<context>
    <name>gavel::schedule::SpanChart</name>
    <message>
        <source>%1 so far</source>
        <translation>현재까지 %1</translation>
    </message>
</context>
<context>
    <name>gavel::schedule::StateDiagram</name>
    <message>
        <source>by hand</source>
        <translation>수동</translation>
    </message>
    <message>
        <source>No task waits for you.</source>
        <translation>처리할 작업이 없습니다.</translation>
    </message>
    <message>
        <source>Show the tasks that are %1.</source>
        <translation>%1 상태인 작업을 봅니다.</translation>
    </message>
</context>
<context>
    <name>gavel::schedule::TaskPanel</name>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>What</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>Why and how</source>
        <translation>이유와 방법</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>타임라인</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>시도</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>원본</translation>
    </message>
    <message>
        <source>Retry…</source>
        <translation>재시도…</translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation>취소…</translation>
    </message>
    <message>
        <source>What happened to the task</source>
        <translation>작업에 일어난 일</translation>
    </message>
    <message>
        <source>Inputs and outputs</source>
        <translation>입력과 출력</translation>
    </message>
    <message>
        <source>States of the task over time</source>
        <translation>시간에 따른 작업 상태</translation>
    </message>
    <message>
        <source>Only a failed task is retried by hand.</source>
        <translation>수동 재시도는 실패한 작업만 할 수 있습니다.</translation>
    </message>
    <message>
        <source>It has ended, or an ad server has its quota already.</source>
        <translation>이미 끝났거나 광고 서버가 할당량을 받았습니다.</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>No task is selected.</source>
        <translation>선택한 작업이 없습니다.</translation>
    </message>
    <message>
        <source>%1, window from %2</source>
        <comment>campaign, time</comment>
        <translation>%1, %2부터의 구간</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%2, after %n attempt(s)): %3.</source>
        <comment>what failed, its code, advice</comment>
        <translation>
            <numerusform>%1 (%2, %n회 시도 후): %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2
  key   %3
  in    %4
  out   %5</source>
        <translation>%1: %2
  키    %3
  입력  %4
  출력  %5</translation>
    </message>
    <message>
        <source>Nothing was tried twice.</source>
        <translation>두 번 시도한 것이 없습니다.</translation>
    </message>
    <message>
        <source>what ad servers report up to %1</source>
        <translation>광고 서버가 %1까지 보고한 내용</translation>
    </message>
    <message>
        <source>what was collected up to %1</source>
        <translation>%1까지 수집한 내용</translation>
    </message>
    <message>
        <source>quota from %1 to %2</source>
        <translation>%1부터 %2까지의 쿼터</translation>
    </message>
</context>
<context>
    <name>gavel::schedule::TasksPanel</name>
    <message>
        <source>Filter of the tasks</source>
        <translation>작업 필터</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>not done and stopped first</source>
        <translation>미완료와 멈춘 작업 먼저</translation>
    </message>
    <message>
        <source>Filter, for example %1</source>
        <translation>필터, 예: %1</translation>
    </message>
    <message>
        <source>Not done %1</source>
        <translation>미완료 %1</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>전체 %1</translation>
    </message>
    <message>
        <source>the first %1 of %2; filter to see others</source>
        <translation>%2개 중 처음 %1개. 나머지는 필터로 찾으세요</translation>
    </message>
    <message>
        <source>%1 tasks</source>
        <translation>작업 %1개</translation>
    </message>
    <message>
        <source>No round is to come.</source>
        <translation>예정된 회차가 없습니다.</translation>
    </message>
    <message>
        <source>Coming: %1</source>
        <translation>예정: %1</translation>
    </message>
    <message>
        <source>%1 in %2, %3</source>
        <comment>time, how long from now, what</comment>
        <translation>%1 (%2 후), %3</translation>
    </message>
</context>
<context>
    <name>gavel::settlement::DocumentsPanel</name>
    <message>
        <source>%1, publisher</source>
        <translation>%1, 매체</translation>
    </message>
    <message>
        <source>No invoice was issued yet. “Invoice…” issues one for the day that is shown, once it is closed.</source>
        <translation>아직 발행한 청구서가 없습니다. 표시된 날이 마감되면 “청구서…”로 발행하세요.</translation>
    </message>
    <message>
        <source>Publishers are paid, not invoiced.</source>
        <translation>매체에는 청구서를 발행하지 않고 지급합니다.</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>문서</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>명세서</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>청구서</translation>
    </message>
    <message>
        <source>Print preview</source>
        <translation>인쇄 미리보기</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Invoice…</source>
        <translation>청구서…</translation>
    </message>
    <message>
        <source>Whose documents</source>
        <translation>문서의 주인</translation>
    </message>
    <message>
        <source>Number of the invoice</source>
        <translation>청구서 번호</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>문서</translation>
    </message>
    <message>
        <source>The statement is being read from the events of the day.</source>
        <translation>당일 이벤트에서 명세서를 읽는 중입니다.</translation>
    </message>
</context>
<context>
    <name>gavel::settlement::LedgerPanel</name>
    <message>
        <source>Filter of the ledger</source>
        <translation>원장 필터</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>이체</translation>
    </message>
    <message>
        <source>From</source>
        <translation>출금</translation>
    </message>
    <message>
        <source>To</source>
        <translation>입금</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>This market keeps no ledger: run it with its events kept in a workspace.</source>
        <translation>이 시장은 원장을 남기지 않습니다. 작업 공간에 이벤트를 보관하며 실행하세요.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>more than %1 of %2</source>
        <comment>transfers that match</comment>
        <translation>%2 중 %1 초과</translation>
    </message>
    <message>
        <source>Nothing has moved yet.</source>
        <translation>아직 이체가 없습니다.</translation>
    </message>
    <message>
        <source>every campaign</source>
        <translation>모든 캠페인</translation>
    </message>
    <message>
        <source>auction %1, %2</source>
        <translation>경매 %1, %2</translation>
    </message>
    <message>
        <source>price %1 per 1,000</source>
        <translation>1,000회당 가격 %1</translation>
    </message>
    <message>
        <source>Enter opens the auction.</source>
        <translation>Enter로 경매를 엽니다.</translation>
    </message>
    <message>
        <source>What the round settled, %1</source>
        <translation>회차의 정산 내역, %1</translation>
    </message>
    <message>
        <source>%1 down to its auctions</source>
        <translation>%1의 경매 내역</translation>
    </message>
    <message>
        <source>round of %1</source>
        <translation>%1 회차</translation>
    </message>
    <message>
        <source>by %1: %2</source>
        <comment>person, reason</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>linked to %1, %2 %3</source>
        <comment>transfer, kind, amount</comment>
        <translation>%1 연결, %2 %3</translation>
    </message>
    <message>
        <source>of no auction</source>
        <translation>경매 없음</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1개 더</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>원장</translation>
    </message>
    <message>
        <source>append only; corrections are linked reversals</source>
        <translation>추가 전용, 정정은 연결된 역분개</translation>
    </message>
    <message>
        <source>Auctions of the transfer</source>
        <translation>이체의 경매</translation>
    </message>
    <message>
        <source>A number, or for example %1</source>
        <translation>번호 또는 예: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln win(s)</source>
        <translation>
            <numerusform>낙찰 %Ln건</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gavel::settlement::MoneyPanel</name>
    <message>
        <source>Money of the day</source>
        <translation>하루의 돈</translation>
    </message>
</context>
<context>
    <name>gavel::settlement::MoneyView</name>
    <message>
        <source>Paid = earned + fees + adjustments</source>
        <translation>지불 = 수익 + 수수료 + 조정</translation>
    </message>
    <message>
        <source>%1 = %2 + %3 + %4</source>
        <translation>%1 = %2 + %3 + %4</translation>
    </message>
    <message>
        <source>All accounts together are zero</source>
        <translation>전체 계정의 합계는 0</translation>
    </message>
    <message>
        <source>No budget is overspent</source>
        <translation>예산 초과 없음</translation>
    </message>
    <message>
        <source>%1 of %2 campaigns, spent + held within budget</source>
        <translation>캠페인 %2개 중 %1개, 소진 + 예약이 예산 이내</translation>
    </message>
    <message>
        <source>Publishers earned, %1</source>
        <translation>매체 수익, %1</translation>
    </message>
    <message>
        <source>Fees, %1</source>
        <translation>수수료, %1</translation>
    </message>
    <message>
        <source>Adjustments</source>
        <translation>조정</translation>
    </message>
    <message>
        <source>Advertisers paid</source>
        <translation>광고주 지불</translation>
    </message>
    <message>
        <source>of it %1 by the platform, for wins told too late</source>
        <translation>그중 %1: 너무 늦게 통지된 낙찰, 플랫폼 부담</translation>
    </message>
</context>
<context>
    <name>gavel::settlement::MonthView</name>
    <message>
        <source>%1: nothing was settled</source>
        <translation>%1: 정산 없음</translation>
    </message>
    <message>
        <source>%1: closed, all three books agree</source>
        <translation>%1: 마감, 세 장부 일치</translation>
    </message>
    <message>
        <source>%1: open, all three books agree so far</source>
        <translation>%1: 진행 중, 현재까지 세 장부 일치</translation>
    </message>
    <message numerus="yes">
        <source>%1: open, %Ln auction(s) without their impression so far</source>
        <translation>
            <numerusform>%1: 미마감, 현재 노출이 없는 경매 %Ln건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln auction(s) differ</source>
        <translation>
            <numerusform>%1: 경매 %Ln건이 다름</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the seats’ book differs</source>
        <translation>%1: 시트 장부가 다름</translation>
    </message>
</context>
<context>
    <name>gavel::settlement::ReconciliationPanel</name>
    <message>
        <source>Differs</source>
        <translation>불일치</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1시간</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>시트</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>거래소</translation>
    </message>
    <message>
        <source>Publishers</source>
        <translation>매체</translation>
    </message>
    <message>
        <source>Still open: events may come.</source>
        <translation>아직 열림: 이벤트가 더 올 수 있습니다.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>지면</translation>
    </message>
    <message>
        <source>Won by</source>
        <translation>낙찰자</translation>
    </message>
    <message>
        <source>Seat: %1 paid %2</source>
        <comment>seat, amount</comment>
        <translation>시트: %1, %2 지불</translation>
    </message>
    <message>
        <source>Exchange: cleared at %1 per 1,000</source>
        <translation>거래소: 1,000회당 %1에 낙찰</translation>
    </message>
    <message>
        <source>Publisher: %1, %2</source>
        <comment>amount, why</comment>
        <translation>매체: %1, %2</translation>
    </message>
    <message>
        <source>Its price was given back.</source>
        <translation>대금을 돌려주었습니다.</translation>
    </message>
    <message>
        <source>All three books agree</source>
        <translation>세 장부 모두 일치</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) closed, all three books agree</source>
        <translation>
            <numerusform>%n일 마감, 세 장부 모두 일치</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 closed, on %2 the books differ</source>
        <comment>days, days</comment>
        <translation>%1 마감, %2 장부 불일치</translation>
    </message>
    <message>
        <source>Reconciliation</source>
        <translation>대사</translation>
    </message>
    <message>
        <source>3 books, by hour</source>
        <translation>장부 3개, 시간별</translation>
    </message>
    <message>
        <source>Open auction</source>
        <translation>경매 열기</translation>
    </message>
    <message>
        <source>Refund…</source>
        <translation>환불…</translation>
    </message>
    <message>
        <source>Hours of the day</source>
        <translation>하루의 시간</translation>
    </message>
    <message>
        <source>Auctions that differ</source>
        <translation>불일치 경매</translation>
    </message>
    <message>
        <source>Days of the month</source>
        <translation>한 달의 날짜</translation>
    </message>
    <message>
        <source>Nothing was settled on this day, or this market keeps no ledger.</source>
        <translation>이 날에 정산된 것이 없거나, 원장을 보관하지 않는 시장입니다.</translation>
    </message>
    <message>
        <source>%1: the seat paid %2 %4, the exchange cleared %3 %4</source>
        <comment>campaign, amounts</comment>
        <translation>%1: 시트 지급 %2 %4, 거래소 청산 %3 %4</translation>
    </message>
    <message>
        <source>The seats’ book is %1 %2 from the exchange’s</source>
        <comment>amount, currency</comment>
        <translation>시트 장부가 거래소 장부와 %1 %2 차이</translation>
    </message>
    <message numerus="yes">
        <source>%Ln auction(s) differ, in the publishers’ book</source>
        <translation>
            <numerusform>매체 장부에서 경매 %Ln건이 다름</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Still open: %Ln auction(s) without their impression so far</source>
        <translation>
            <numerusform>미마감: 현재 노출이 없는 경매 %Ln건</numerusform>
        </translation>
    </message>
    <message>
        <source>Still open: all three books agree so far</source>
        <translation>미마감: 현재 세 장부가 일치</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between two findings</comment>
        <translation>; </translation>
    </message>
    <message>
        <source>no day is closed yet</source>
        <translation>아직 마감된 날이 없음</translation>
    </message>
    <message>
        <source>Reading where they differ…</source>
        <translation>차이가 나는 곳을 읽는 중…</translation>
    </message>
</context>
<context>
    <name>gavel::settlement::SettlementPage</name>
    <message>
        <source>Settlement</source>
        <translation>정산</translation>
    </message>
    <message>
        <source>Every amount can be followed to the auction that made it.</source>
        <translation>모든 금액은 발생한 경매까지 추적할 수 있습니다.</translation>
    </message>
    <message>
        <source>No market runs, so no money moves.</source>
        <translation>실행 중인 시장이 없어 돈이 움직이지 않습니다.</translation>
    </message>
    <message>
        <source>Find an amount…</source>
        <translation>금액 찾기…</translation>
    </message>
    <message>
        <source>Adjustment…</source>
        <translation>조정…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>일자</translation>
    </message>
    <message>
        <source>Newest day</source>
        <translation>최신 일자</translation>
    </message>
    <message>
        <source>No market runs. Choose a scenario in Training, or go live.</source>
        <translation>실행 중인 시장이 없습니다. 훈련에서 시나리오를 고르거나 라이브로 전환하세요.</translation>
    </message>
    <message>
        <source>Open Training</source>
        <translation>훈련 열기</translation>
    </message>
    <message>
        <source>The equation of a day appears with its first round.</source>
        <translation>첫 회차가 끝나면 하루의 등식이 나타납니다.</translation>
    </message>
    <message>
        <source>Transfers appear with the first round of a market.</source>
        <translation>시장의 첫 회차가 시작되면 이체가 나타납니다.</translation>
    </message>
    <message>
        <source>Statements appear with the first charge.</source>
        <translation>첫 청구가 생기면 명세서가 나타납니다.</translation>
    </message>
    <message>
        <source>The three books appear with the first round.</source>
        <translation>첫 회차가 시작되면 세 장부가 나타납니다.</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>완료했습니다.</translation>
    </message>
    <message>
        <source>Pay in for %1</source>
        <translation>%1 입금</translation>
    </message>
    <message>
        <source>Pay in</source>
        <translation>입금</translation>
    </message>
    <message>
        <source>Amount, %1</source>
        <translation>금액, %1</translation>
    </message>
    <message>
        <source>Bank’s reference</source>
        <translation>은행 거래 번호</translation>
    </message>
    <message>
        <source>the same one counts once</source>
        <translation>같은 번호는 한 번만 집계</translation>
    </message>
    <message>
        <source>Terms of %1</source>
        <translation>%1 조건</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Postpaid, with credit</source>
        <translation>후불, 신용 있음</translation>
    </message>
    <message>
        <source>Prepaid, no credit</source>
        <translation>선불, 신용 없음</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation>신용 한도</translation>
    </message>
    <message>
        <source>sum of its budgets</source>
        <translation>예산 합계</translation>
    </message>
    <message>
        <source>Warn below</source>
        <translation>경고 기준</translation>
    </message>
    <message>
        <source>never</source>
        <translation>안 함</translation>
    </message>
    <message>
        <source>Give back %1</source>
        <translation>%1 돌려주기</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>돌려주기</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>all of it, or a part</source>
        <translation>전부 또는 일부</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>stands in the ledger</source>
        <translation>원장에 남음</translation>
    </message>
    <message>
        <source>Refund auction %1</source>
        <translation>경매 %1 환불</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>환불</translation>
    </message>
    <message>
        <source>Invoice for %1</source>
        <translation>%1 청구서</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>발행</translation>
    </message>
    <message>
        <source>%1 is issued.</source>
        <translation>%1 발행했습니다.</translation>
    </message>
    <message>
        <source>%1 as CSV…</source>
        <translation>%1 CSV로…</translation>
    </message>
    <message>
        <source>%1 as XLSX…</source>
        <translation>%1 XLSX로…</translation>
    </message>
    <message>
        <source>Ledger of the day</source>
        <translation>하루 원장</translation>
    </message>
    <message>
        <source>Reconciliation</source>
        <translation>대사</translation>
    </message>
    <message>
        <source>%1 as PDF…</source>
        <translation>%1 PDF로…</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>청구서</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>명세서</translation>
    </message>
    <message>
        <source>Invoice of the day</source>
        <translation>하루 청구서</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>%1 저장했습니다.</translation>
    </message>
    <message>
        <source>No market runs.</source>
        <translation>실행 중인 시장이 없습니다.</translation>
    </message>
    <message>
        <source>No transfer of the ledger is selected.</source>
        <translation>원장에서 선택한 이체가 없습니다.</translation>
    </message>
    <message>
        <source>No auction that differs is selected.</source>
        <translation>선택한 불일치 경매가 없습니다.</translation>
    </message>
    <message>
        <source>Nothing was charged or earned.</source>
        <translation>청구나 수익이 없습니다.</translation>
    </message>
    <message>
        <source>The newest day is shown.</source>
        <translation>최신 일자가 표시되어 있습니다.</translation>
    </message>
    <message>
        <source>Reading the events of the day…</source>
        <translation>하루의 이벤트를 읽는 중…</translation>
    </message>
    <message>
        <source>Comparing the books of the day…</source>
        <translation>하루의 세 장부를 대조하는 중…</translation>
    </message>
    <message>
        <source>Statements need a ledger that is kept.</source>
        <translation>명세서에는 보관되는 원장이 필요합니다.</translation>
    </message>
</context>
<context>
    <name>gavel::settlement::WalletsPanel</name>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message numerus="yes">
        <source>%n campaign(s) without quota</source>
        <translation>
            <numerusform>할당량 없는 캠페인 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Advertiser</source>
        <translation>광고주</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>잔액</translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation>신용 한도</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>예약</translation>
    </message>
    <message>
        <source>Can spend</source>
        <translation>사용 가능</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>지속</translation>
    </message>
    <message numerus="yes">
        <source>%n advertiser(s), each in its own currency</source>
        <translation>
            <numerusform>광고주 %n곳, 각자의 통화</numerusform>
        </translation>
    </message>
    <message>
        <source>No advertiser has a campaign.</source>
        <translation>캠페인이 있는 광고주가 없습니다.</translation>
    </message>
    <message>
        <source>Wallets</source>
        <translation>지갑</translation>
    </message>
    <message>
        <source>Pay in…</source>
        <translation>입금…</translation>
    </message>
    <message>
        <source>Terms…</source>
        <translation>조건…</translation>
    </message>
</context>
<context>
    <name>gavel::shell::Inspector</name>
    <message>
        <source>Invariants</source>
        <translation>불변식</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>저널</translation>
    </message>
    <message>
        <source>Event log</source>
        <translation>이벤트 로그</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>일어난 일</translation>
    </message>
    <message>
        <source>What must hold</source>
        <translation>지켜야 할 것</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>상세</translation>
    </message>
    <message>
        <source>%1 of %2 hold</source>
        <translation>%2개 중 %1개 성립</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>변경 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed by hand in this run.</source>
        <translation>이 실행에서 수동으로 바꾼 것이 없습니다.</translation>
    </message>
</context>
<context>
    <name>gavel::shell::KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
</context>
<context>
    <name>gavel::shell::MainWindow</name>
    <message>
        <source>%1, draft “%2”</source>
        <comment>market, name of the draft</comment>
        <translation>%1, 초안 “%2”</translation>
    </message>
    <message>
        <source>%1 — %2 — Gavel</source>
        <comment>page, market</comment>
        <translation>%1 — %2 — Gavel</translation>
    </message>
    <message>
        <source>%1 — %2 — %3 — Gavel</source>
        <comment>workspace, page, market</comment>
        <translation>%1 — %2 — %3 — Gavel</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>집행 중</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>초안</translation>
    </message>
    <message>
        <source>Panels and columns are as they were at first.</source>
        <translation>패널과 열을 처음 상태로 되돌렸습니다.</translation>
    </message>
    <message>
        <source>on</source>
        <translation>켬</translation>
    </message>
    <message>
        <source>off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>not possible now</source>
        <translation>지금은 불가</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>page, what a command does</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2, seat %3</source>
        <comment>campaign id, advertiser, seat</comment>
        <translation>%1, %2, 시트 %3</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>언어: %1</translation>
    </message>
    <message>
        <source>Actions: type &gt;</source>
        <translation>기능: &gt; 입력</translation>
    </message>
    <message>
        <source>what the window and the page can do</source>
        <translation>창과 페이지에서 할 수 있는 일</translation>
    </message>
    <message>
        <source>Campaigns: type @</source>
        <translation>캠페인: @ 입력</translation>
    </message>
    <message>
        <source>by name, id, advertiser or seat</source>
        <translation>이름, ID, 광고주, 시트로 찾기</translation>
    </message>
    <message>
        <source>Auctions: type # and the number</source>
        <translation>경매: #과 번호 입력</translation>
    </message>
    <message>
        <source>opens the microscope</source>
        <translation>현미경 열기</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>모든 단축키</translation>
    </message>
    <message>
        <source>the sheet of this window and page</source>
        <translation>이 창과 페이지의 단축키 표</translation>
    </message>
    <message>
        <source>The last session ended unexpectedly. Drafts and the layout were kept.</source>
        <translation>지난 세션이 비정상 종료되었습니다. 초안과 배치는 보관되었습니다.</translation>
    </message>
    <message>
        <source>filter: %1</source>
        <translation>필터: %1</translation>
    </message>
    <message>
        <source>Show the auctions that %1 lost</source>
        <translation>%1 패찰 경매 보기</translation>
    </message>
    <message>
        <source>Show the auctions that %1 won</source>
        <translation>%1 낙찰 경매 보기</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 수정</translation>
    </message>
    <message>
        <source>its targeting, budget, creatives and caps</source>
        <translation>타기팅, 예산, 소재, 빈도 제한</translation>
    </message>
</context>
<context>
    <name>gavel::shell::MarketStrip</name>
    <message>
        <source>Market strip</source>
        <translation>시장 표시줄</translation>
    </message>
</context>
<context>
    <name>gavel::shell::NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>gavel::shell::Palette</name>
    <message>
        <source>open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>명령 팔레트</translation>
    </message>
    <message>
        <source>&gt; actions</source>
        <translation>&gt; 기능</translation>
    </message>
    <message>
        <source>@ campaigns</source>
        <translation>@ 캠페인</translation>
    </message>
    <message>
        <source># auctions</source>
        <translation># 경매</translation>
    </message>
    <message>
        <source>? help</source>
        <translation>? 도움말</translation>
    </message>
    <message>
        <source>What matches</source>
        <translation>일치 항목</translation>
    </message>
    <message>
        <source>Auction %1</source>
        <translation>경매 %1</translation>
    </message>
    <message>
        <source>open it in the microscope</source>
        <translation>현미경에서 열기</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) in %1 ms</source>
        <translation>
            <numerusform>결과 %n개, %1 ms</numerusform>
        </translation>
    </message>
    <message>
        <source>actions of this</source>
        <translation>이 항목의 기능</translation>
    </message>
    <message>
        <source>open beside</source>
        <translation>옆에 열기</translation>
    </message>
    <message>
        <source>Nothing matches “%1”.</source>
        <translation>“%1” 일치 항목이 없습니다.</translation>
    </message>
</context>
<context>
    <name>gavel::shell::PaletteList</name>
    <message>
        <source>Recent</source>
        <translation>최근</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>캠페인</translation>
    </message>
    <message>
        <source>Auctions</source>
        <translation>경매</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>페이지</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>기능</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>shown of all</comment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Actions on %1</source>
        <translation>%1 기능</translation>
    </message>
</context>
<context>
    <name>gavel::shell::Rail</name>
    <message>
        <source>Pages</source>
        <translation>페이지</translation>
    </message>
    <message>
        <source>%1, Ctrl+%2</source>
        <comment>page and its key</comment>
        <translation>%1, Ctrl+%2</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>명령</translation>
    </message>
</context>
<context>
    <name>gavel::shell::SettingsPanel</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Close the settings</source>
        <translation>설정 닫기</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Rows of tables</source>
        <translation>표의 행</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>좁게</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>넓게</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>배치 초기화</translation>
    </message>
</context>
<context>
    <name>gavel::shell::StatusBar</name>
    <message>
        <source>Status bar</source>
        <translation>상태 표시줄</translation>
    </message>
    <message>
        <source>ended</source>
        <comment>the market reached its end</comment>
        <translation>종료</translation>
    </message>
    <message>
        <source>paused</source>
        <comment>speed of the market</comment>
        <translation>중지</translation>
    </message>
    <message>
        <source>Max</source>
        <comment>speed of the market</comment>
        <translation>최대</translation>
    </message>
    <message>
        <source>%1×</source>
        <comment>speed of the market</comment>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>%1 auctions/s</source>
        <translation>경매 %1/s</translation>
    </message>
    <message>
        <source>stale for %1 s</source>
        <translation>%1 s째 갱신 없음</translation>
    </message>
    <message>
        <source>Invariants</source>
        <translation>불변식</translation>
    </message>
    <message>
        <source>%1 of %2 hold</source>
        <translation>%2개 중 %1개 성립</translation>
    </message>
    <message>
        <source>%1 of %2 hold; broken: %3</source>
        <translation>%2개 중 %1개 성립, 위반: %3</translation>
    </message>
    <message>
        <source>Window %1 ms</source>
        <comment>worst gap of the window</comment>
        <translation>창 %1 ms</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>위반</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>성립</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>invariant: state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2; %3</source>
        <comment>invariant: state; detail</comment>
        <translation>%1: %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%1; market time %2; speed %3; %4 auctions per second; %n alert(s) firing</source>
        <comment>status bar for readers</comment>
        <translation>
            <numerusform>%1; 시장 시각 %2; 속도 %3; 초당 경매 %4건; 알림 %n건 발생</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n firing</source>
        <comment>alerts</comment>
        <translation>
            <numerusform>%n건 발생 중</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <comment>alerts</comment>
        <translation>
            <numerusform>%n건 대기</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gavel::shell::ThingPanel</name>
    <message>
        <source>What is known of it</source>
        <translation>알려진 내용</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Close what is open beside</source>
        <translation>옆에 연 것 닫기</translation>
    </message>
    <message>
        <source>The market has no such thing now.</source>
        <translation>지금 시장에는 이 항목이 없습니다.</translation>
    </message>
</context>
<context>
    <name>gavel::system_page::FaultDiagram</name>
    <message>
        <source>%1 (by hand)</source>
        <translation>%1(수동)</translation>
    </message>
    <message>
        <source>%1; after it: %2</source>
        <comment>state, states</comment>
        <translation>%1, 다음: %2</translation>
    </message>
</context>
<context>
    <name>gavel::system_page::FaultPanel</name>
    <message>
        <source>What</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>담당자</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>States of the fault</source>
        <translation>장애의 상태</translation>
    </message>
    <message>
        <source>History</source>
        <translation>이력</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>서비스</translation>
    </message>
    <message>
        <source>Select a service to see its fault.</source>
        <translation>서비스를 선택하면 장애가 표시됩니다.</translation>
    </message>
    <message>
        <source>End the maintenance</source>
        <translation>유지보수 종료</translation>
    </message>
    <message>
        <source>Maintenance…</source>
        <translation>유지보수…</translation>
    </message>
    <message>
        <source>Nothing has ever been wrong with it.</source>
        <translation>문제가 발생한 적이 없습니다.</translation>
    </message>
    <message>
        <source>%1 for %2.</source>
        <comment>state, how long</comment>
        <translation>%1, %2째입니다.</translation>
    </message>
    <message>
        <source>%1 has it.</source>
        <comment>person</comment>
        <translation>담당: %1.</translation>
    </message>
    <message>
        <source>Nobody acknowledged it within 15 minutes: it is escalated.</source>
        <translation>15분 안에 아무도 확인하지 않아 에스컬레이션되었습니다.</translation>
    </message>
    <message>
        <source>Under way: %1.</source>
        <comment>action</comment>
        <translation>진행 중: %1.</translation>
    </message>
    <message>
        <source>%1 works on it until %2: %3</source>
        <comment>person, time, reason</comment>
        <translation>%1, %2까지 유지보수: %3</translation>
    </message>
</context>
<context>
    <name>gavel::system_page::ServicesPanel</name>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Acknowledged by</source>
        <translation>확인한 사람</translation>
    </message>
    <message>
        <source>nobody, escalated</source>
        <translation>없음, 에스컬레이션됨</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>서비스</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>지속</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>maintenance: %1</source>
        <translation>유지보수: %1</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>서비스</translation>
    </message>
    <message>
        <source>the intake is shut down</source>
        <translation>수신이 중단됨</translation>
    </message>
    <message>
        <source>nothing is wrong</source>
        <translation>문제 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s) open</source>
        <translation>
            <numerusform>열린 장애 %n건</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gavel::system_page::SourcesPanel</name>
    <message>
        <source>Freshness</source>
        <translation>최신도</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>소스</translation>
    </message>
    <message>
        <source>Collector</source>
        <translation>수집기</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>최근</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>완전도</translation>
    </message>
    <message>
        <source>Read to, or why not</source>
        <translation>읽은 위치 또는 실패 이유</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>소스</translation>
    </message>
    <message>
        <source>What becomes of the events</source>
        <translation>이벤트의 처리 결과</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>재개</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>No source is connected.</source>
        <translation>연결된 소스가 없습니다.</translation>
    </message>
    <message>
        <source>Open Pipeline</source>
        <translation>파이프라인 열기</translation>
    </message>
</context>
<context>
    <name>gavel::system_page::StorePanel</name>
    <message>
        <source>Store</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>writes</source>
        <translation>기록 중</translation>
    </message>
    <message>
        <source>writes no more</source>
        <translation>기록이 중단됨</translation>
    </message>
    <message>
        <source>A temporary workspace: it is deleted at the end.</source>
        <translation>임시 작업 공간이며 끝날 때 삭제됩니다.</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>파일: %1</translation>
    </message>
    <message>
        <source>Size %1, of it %2 unused; write-ahead log %3</source>
        <translation>크기 %1, 미사용 %2, 미리 쓰기 로그 %3</translation>
    </message>
    <message>
        <source>Free on its disk: %1</source>
        <translation>디스크 여유: %1</translation>
    </message>
    <message>
        <source>Policy…</source>
        <translation>정책…</translation>
    </message>
    <message>
        <source>Move now</source>
        <translation>지금 이동</translation>
    </message>
    <message>
        <source>Restore a day…</source>
        <translation>하루 복원…</translation>
    </message>
    <message>
        <source>Day, UTC</source>
        <translation>날짜, UTC</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>계층</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>이벤트</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Days that have left the workspace</source>
        <translation>작업 공간을 떠난 날</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Looking for days to be moved</source>
        <translation>옮길 날짜를 찾는 중</translation>
    </message>
</context>
<context>
    <name>gavel::system_page::SystemPage</name>
    <message>
        <source>Collectors refuse every event, files are not read, and a live market takes no auctions. Reading and export go on.</source>
        <translation>수집기는 모든 이벤트를 거절하고 파일을 읽지 않으며 라이브 시장은 경매를 받지 않습니다. 읽기와 내보내기는 계속됩니다.</translation>
    </message>
    <message>
        <source>The fault ends. What still fires in 5 minutes raises it again.</source>
        <translation>장애가 끝납니다. 5분 뒤에도 울리는 알림은 장애를 다시 일으킵니다.</translation>
    </message>
    <message>
        <source>It is then: %1.</source>
        <translation>이후 상태: %1.</translation>
    </message>
    <message>
        <source>Acknowledged: %1.</source>
        <translation>확인됨: %1.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>service, state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>What was seen, what is done</source>
        <translation>무엇을 보았고 무엇을 하는지</translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation>사유를 입력하세요.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>service, state</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Maintenance of %1</source>
        <translation>%1 유지보수</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>What is worked on</source>
        <translation>무엇을 작업하는지</translation>
    </message>
    <message>
        <source>Its alerts raise no fault, nothing is tried by itself, and nobody is called.</source>
        <translation>알림이 장애를 일으키지 않고 자동으로 시도하지 않으며 아무도 부르지 않습니다.</translation>
    </message>
    <message>
        <source>Maintenance of %1 has begun.</source>
        <translation>%1 유지보수가 시작되었습니다.</translation>
    </message>
    <message>
        <source>The maintenance has ended.</source>
        <translation>유지보수가 끝났습니다.</translation>
    </message>
    <message>
        <source>%1 is paused.</source>
        <translation>%1: 일시 정지되었습니다.</translation>
    </message>
    <message>
        <source>%1 is read again.</source>
        <translation>%1: 다시 읽습니다.</translation>
    </message>
    <message>
        <source>Select a service first.</source>
        <translation>먼저 서비스를 선택하세요.</translation>
    </message>
    <message>
        <source>Nothing waits for it.</source>
        <translation>확인할 장애가 없습니다.</translation>
    </message>
    <message>
        <source>It moves by itself, or nothing is wrong.</source>
        <translation>스스로 진행되거나 문제가 없습니다.</translation>
    </message>
    <message>
        <source>Nobody works on it.</source>
        <translation>유지보수 중이 아닙니다.</translation>
    </message>
    <message>
        <source>Select a file first.</source>
        <translation>먼저 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>What is wrong with which part, and who sees to it.</source>
        <translation>어느 부분에 문제가 있고 누가 처리하는지 봅니다.</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>서비스</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>소스</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>구역</translation>
    </message>
    <message>
        <source>Version %1 of the policy is in force.</source>
        <translation>정책 버전 %1이(가) 적용되었습니다.</translation>
    </message>
    <message>
        <source>Every day that is old enough has been moved.</source>
        <translation>기한이 된 날을 모두 옮겼습니다.</translation>
    </message>
    <message>
        <source>Restore a day</source>
        <translation>하루 복원</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>복원</translation>
    </message>
    <message>
        <source>Day, UTC</source>
        <translation>날짜, UTC</translation>
    </message>
    <message>
        <source>Its files are copied from the archive, checked, and kept beside the workspace for a while.</source>
        <translation>파일을 보관소에서 복사해 검사하고 당분간 작업 공간 옆에 둡니다.</translation>
    </message>
    <message>
        <source>Write a day as 2026-03-20.</source>
        <translation>날짜를 2026-03-20처럼 쓰십시오.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) restored.</source>
        <translation>
            <numerusform>파일 %n개를 복원했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel moving old events</source>
        <translation>오래된 이벤트 이동 취소</translation>
    </message>
    <message>
        <source>Moving was cancelled; what is left is moved by itself.</source>
        <translation>이동을 취소했습니다. 남은 것은 저절로 옮겨집니다.</translation>
    </message>
</context>
<context>
    <name>gavel::system_page::TierTable</name>
    <message>
        <source>Tier</source>
        <translation>계층</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>이벤트</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Oldest day</source>
        <translation>가장 오래된 날</translation>
    </message>
    <message>
        <source>Tiers of the log</source>
        <translation>로그의 저장 계층</translation>
    </message>
    <message>
        <source>Hot</source>
        <translation>핫</translation>
    </message>
    <message>
        <source>in memory, on their way to the log</source>
        <translation>메모리에서 로그로 가는 중</translation>
    </message>
    <message>
        <source>Warm</source>
        <translation>웜</translation>
    </message>
    <message>
        <source>in the workspace; not counted yet</source>
        <translation>작업 공간 안; 아직 세지 않음</translation>
    </message>
    <message>
        <source>in the workspace; counted at %1</source>
        <translation>작업 공간 안; %1에 셈</translation>
    </message>
    <message>
        <source>Cold</source>
        <translation>콜드</translation>
    </message>
    <message>
        <source>compressed files beside the workspace</source>
        <translation>작업 공간 옆의 압축 파일</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>보관</translation>
    </message>
    <message>
        <source>the same files in a folder elsewhere</source>
        <translation>다른 폴더에 있는 같은 파일</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>삭제됨</translation>
    </message>
    <message>
        <source>kept nowhere any more</source>
        <translation>더는 보관하지 않음</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n일</numerusform>
        </translation>
    </message>
    <message>
        <source>Whole days go to the cold tier after %1.</source>
        <translation>하루 단위로 %1 뒤에 콜드 계층으로 옮깁니다.</translation>
    </message>
    <message>
        <source>Nothing leaves the workspace.</source>
        <translation>작업 공간에서 나가는 것이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing is archived.</source>
        <translation>보관하지 않습니다.</translation>
    </message>
    <message>
        <source>They are archived in %1 after %2.</source>
        <translation>%2 뒤에 %1에 보관합니다.</translation>
    </message>
    <message>
        <source>They are dropped after %1.</source>
        <translation>%1 뒤에 삭제합니다.</translation>
    </message>
    <message>
        <source>Nothing is dropped.</source>
        <translation>삭제하지 않습니다.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>제한 없음</translation>
    </message>
    <message>
        <source>Schedule tasks that ended well are dropped after: %1; failed ones: %2. %3 are kept, %4 were dropped.</source>
        <translation>정상 종료된 스케줄 작업의 보관 기간: %1, 실패한 작업: %2. 보관 중 %3개, 삭제됨 %4개.</translation>
    </message>
    <message>
        <source>Moving %1: %2 of %3 events</source>
        <translation>%1 옮기는 중: 이벤트 %3건 중 %2건</translation>
    </message>
    <message>
        <source>The last move stopped: %1</source>
        <translation>마지막 이동이 멈췄습니다: %1</translation>
    </message>
</context>
<context>
    <name>gavel::training::ControlsPanel</name>
    <message>
        <source>%1 ms</source>
        <comment>milliseconds</comment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Live controls</source>
        <translation>라이브 컨트롤</translation>
    </message>
    <message>
        <source>Restore all</source>
        <translation>모두 복원</translation>
    </message>
    <message>
        <source>Give every control the scenario&apos;s value.</source>
        <translation>모든 컨트롤을 시나리오 값으로 되돌립니다.</translation>
    </message>
    <message>
        <source>Auction</source>
        <translation>경매</translation>
    </message>
    <message>
        <source>Price rule</source>
        <translation>가격 규칙</translation>
    </message>
    <message>
        <source>Floors</source>
        <translation>플로어</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>트래픽</translation>
    </message>
    <message>
        <source>Seat deadlines</source>
        <translation>시트 마감</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>장애</translation>
    </message>
    <message>
        <source>A change takes effect at the next auction and is written to the journal, so that the run can be repeated.</source>
        <translation>변경은 다음 경매부터 적용되고, 실행을 반복할 수 있도록 저널에 기록됩니다.</translation>
    </message>
    <message>
        <source>%1 cut off</source>
        <translation>%1 끊김</translation>
    </message>
    <message>
        <source>Scenario: %1</source>
        <translation>시나리오: %1</translation>
    </message>
    <message>
        <source>inside %1 ms</source>
        <translation>%1 ms 이내</translation>
    </message>
    <message numerus="yes">
        <source>%n on</source>
        <translation>
            <numerusform>%n개 켬</numerusform>
        </translation>
    </message>
    <message>
        <source>Increment</source>
        <translation>증분</translation>
    </message>
    <message>
        <source>Added to the second price, for a thousand impressions.</source>
        <translation>노출 1,000회 기준으로 2차 가격에 더합니다.</translation>
    </message>
    <message>
        <source>Below it a winner pays its own bid; for a thousand impressions.</source>
        <translation>이보다 낮으면 낙찰자가 본인 입찰가를 냅니다. 노출 1,000회 기준입니다.</translation>
    </message>
    <message>
        <source>Soft floor</source>
        <translation>소프트 플로어</translation>
    </message>
    <message numerus="yes">
        <source>%n differ(s)</source>
        <comment>controls from the scenario</comment>
        <translation>
            <numerusform>%n개 다름</numerusform>
        </translation>
    </message>
    <message>
        <source>as in the scenario</source>
        <translation>시나리오와 같음</translation>
    </message>
</context>
<context>
    <name>gavel::training::DayLine</name>
    <message>
        <source>%1 of the scenario is done</source>
        <translation>시나리오 %1 완료</translation>
    </message>
    <message>
        <source>Run to %1</source>
        <translation>%1까지 실행</translation>
    </message>
</context>
<context>
    <name>gavel::training::DepthPanel</name>
    <message>
        <source>few to many</source>
        <translation>적음~많음</translation>
    </message>
    <message>
        <source>price paid</source>
        <translation>지불가</translation>
    </message>
    <message>
        <source>lowest floor</source>
        <translation>최저 플로어</translation>
    </message>
    <message>
        <source>Market depth</source>
        <translation>시장 깊이</translation>
    </message>
    <message>
        <source>bids by CPM and time</source>
        <translation>CPM·시간별 입찰</translation>
    </message>
    <message>
        <source>bids now</source>
        <translation>현재 입찰</translation>
    </message>
    <message>
        <source>No bid has been made yet.</source>
        <translation>아직 입찰이 없습니다.</translation>
    </message>
</context>
<context>
    <name>gavel::training::JournalPanel</name>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>컨트롤</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>저널</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>변경 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>digest %1</source>
        <translation>다이제스트 %1</translation>
    </message>
    <message>
        <source>The same scenario, seed, shards and changes give the same digest at the same time.</source>
        <translation>시나리오, 시드, 샤드, 변경이 같으면 같은 시각의 다이제스트도 같습니다.</translation>
    </message>
    <message>
        <source>No control was changed. Each change is written here, so that the run can be repeated.</source>
        <translation>바꾼 컨트롤이 없습니다. 실행을 반복할 수 있도록 모든 변경이 여기에 기록됩니다.</translation>
    </message>
</context>
<context>
    <name>gavel::training::MarketList</name>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>지면</translation>
    </message>
    <message>
        <source>Won by</source>
        <translation>낙찰자</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Bids</source>
        <translation>입찰</translation>
    </message>
    <message>
        <source>CPM</source>
        <translation>CPM</translation>
    </message>
    <message>
        <source>Newest auctions</source>
        <translation>최신 경매</translation>
    </message>
    <message>
        <source>No auction has been run yet.</source>
        <translation>아직 실행한 경매가 없습니다.</translation>
    </message>
</context>
<context>
    <name>gavel::training::ScoreChart</name>
    <message>
        <source>Score by seat</source>
        <translation>시트별 점수</translation>
    </message>
    <message>
        <source>%1, since the start</source>
        <translation>%1, 시작 이후</translation>
    </message>
</context>
<context>
    <name>gavel::training::Scoreboard</name>
    <message>
        <source>Scoreboard</source>
        <translation>점수판</translation>
    </message>
    <message>
        <source>score = value − spend, %1, as of %2</source>
        <translation>점수 = 가치 − 소진, %1, %2 기준</translation>
    </message>
</context>
<context>
    <name>gavel::training::StrategyDelegate</name>
    <message>
        <source>Strategy of %1</source>
        <translation>%1의 전략</translation>
    </message>
</context>
<context>
    <name>gavel::training::TimeField</name>
    <message>
        <source>Run to it</source>
        <translation>여기까지 실행</translation>
    </message>
    <message>
        <source>Go to a time</source>
        <translation>시각으로 이동</translation>
    </message>
    <message>
        <source>Go to a time of the market</source>
        <translation>시장의 시각으로 이동</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Runs as fast as it goes and pauses there.</source>
        <translation>최대 속도로 실행한 뒤 그 시각에 멈춥니다.</translation>
    </message>
    <message>
        <source>Write a time after %1 and at most %2.</source>
        <translation>%1 이후부터 %2까지의 시각을 입력하세요.</translation>
    </message>
    <message>
        <source>Write a time such as 14:32 or 14:32:07.</source>
        <translation>14:32 또는 14:32:07처럼 입력하세요.</translation>
    </message>
</context>
<context>
    <name>gavel::training::TrainingPage</name>
    <message numerus="yes">
        <source>One auction ran at %1: %n bid(s), nobody won.</source>
        <translation>
            <numerusform>%1에 경매 1건 실행: 입찰 %n건, 유찰.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One auction ran at %1: %n bid(s), sold at CPM %2.</source>
        <translation>
            <numerusform>%1에 경매 1건 실행: 입찰 %n건, CPM %2에 낙찰.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open auction</source>
        <translation>경매 열기</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>처음부터</translation>
    </message>
    <message numerus="yes">
        <source>%1 starts from its beginning with seed %2 on %n shard(s).</source>
        <translation>
            <numerusform>%1: 시드 %2, 샤드 %n개로 처음부터 시작합니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The run ends at %1 after %2 auctions; its list, charts and %n journaled change(s) are dropped. Campaigns stay as they are published.</source>
        <translation>
            <numerusform>실행이 %1에 경매 %2건으로 끝납니다. 목록, 차트, 저널 변경 %n개는 버려집니다. 캠페인은 게시된 그대로 유지됩니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Real traffic is no longer answered. Money that was spent stays on the books.</source>
        <translation>실제 트래픽에 더 이상 응답하지 않습니다. 이미 소진한 금액은 장부에 남습니다.</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>라이브로 복귀</translation>
    </message>
    <message>
        <source>The simulation ends at %1 and real traffic is taken: from then on amounts are charged.</source>
        <translation>시뮬레이션이 %1에 끝나고 실제 트래픽을 받습니다. 그때부터 금액이 청구됩니다.</translation>
    </message>
    <message>
        <source>Its list, charts and journal are dropped. The same scenario, seed and shards give the same run again.</source>
        <translation>목록, 차트, 저널은 버려집니다. 시나리오, 시드, 샤드가 같으면 같은 실행을 다시 얻습니다.</translation>
    </message>
    <message>
        <source>Go live</source>
        <translation>라이브 전환</translation>
    </message>
    <message>
        <source>The scenario has ended. Start over to run it again.</source>
        <translation>시나리오가 끝났습니다. 다시 실행하려면 처음부터 시작하세요.</translation>
    </message>
    <message>
        <source>Real traffic has its own time.</source>
        <translation>실제 트래픽은 시간을 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>No market runs.</source>
        <translation>실행 중인 시장이 없습니다.</translation>
    </message>
    <message>
        <source>Pause the market first.</source>
        <translation>먼저 시장을 중지하세요.</translation>
    </message>
    <message>
        <source>The market is live.</source>
        <translation>시장이 라이브입니다.</translation>
    </message>
    <message>
        <source>Choose a scenario first.</source>
        <translation>먼저 시나리오를 고르세요.</translation>
    </message>
    <message>
        <source>Every control has the scenario&apos;s value.</source>
        <translation>모든 컨트롤이 시나리오 값입니다.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>No real traffic, nothing is charged. The same scenario, seed and shards give the same result.</source>
        <translation>실제 트래픽이 아니며 청구되지 않습니다. 시나리오, 시드, 샤드가 같으면 결과도 같습니다.</translation>
    </message>
    <message>
        <source>Real traffic; every control acts on real auctions.</source>
        <translation>실제 트래픽입니다. 모든 컨트롤이 실제 경매에 적용됩니다.</translation>
    </message>
    <message>
        <source>No market runs. Choose a scenario or go live.</source>
        <translation>실행 중인 시장이 없습니다. 시나리오를 고르거나 라이브로 전환하세요.</translation>
    </message>
    <message>
        <source>Start over…</source>
        <translation>처음부터…</translation>
    </message>
    <message>
        <source>The run was repeated and stands one auction earlier, at %1.</source>
        <translation>실행을 반복해 경매 하나 이전인 %1에 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>The run was repeated and stands one auction earlier, at %1. %n change(s) made after it are undone.</source>
        <translation>
            <numerusform>실행을 반복해 경매 하나 이전인 %1에 있습니다. 그 뒤의 변경 %n개는 취소되었습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a scenario</source>
        <translation>시나리오 열기</translation>
    </message>
    <message>
        <source>Scenarios (*.json)</source>
        <translation>시나리오 (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>다른 파일 열기…</translation>
    </message>
    <message>
        <source>The run is being repeated.</source>
        <translation>실행을 반복하는 중입니다.</translation>
    </message>
    <message>
        <source>No auction has been run yet.</source>
        <translation>아직 실행한 경매가 없습니다.</translation>
    </message>
    <message>
        <source>The run stands at %1. What came after is dropped.</source>
        <translation>실행이 %1에 멈춰 있습니다. 그 뒤의 내용은 버렸습니다.</translation>
    </message>
    <message>
        <source>Stop repeating here</source>
        <translation>여기서 반복 멈춤</translation>
    </message>
</context>
<context>
    <name>gavel::training::Transport</name>
    <message>
        <source>Transport</source>
        <translation>재생 컨트롤</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>시나리오</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>선택…</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Shards</source>
        <translation>샤드</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>Max</source>
        <comment>speed</comment>
        <translation>최대</translation>
    </message>
    <message>
        <source>Auctions so far</source>
        <translation>현재까지 경매</translation>
    </message>
    <message>
        <source>Run one auction</source>
        <translation>경매 하나 실행</translation>
    </message>
    <message>
        <source>Run one auction of the paused market (.)</source>
        <translation>중지된 시장에서 경매 하나 실행 (.)</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>이동…</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>라이브로 복귀</translation>
    </message>
    <message>
        <source>Day line</source>
        <translation>하루 타임라인</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>title of a scenario, description</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>%1 (P)</source>
        <comment>pause or play, with its key</comment>
        <translation>%1 (P)</translation>
    </message>
    <message>
        <source>Virtual time, the scenario has ended</source>
        <translation>가상 시간, 시나리오 종료</translation>
    </message>
    <message>
        <source>Virtual time, paused</source>
        <translation>가상 시간, 중지</translation>
    </message>
    <message>
        <source>Virtual time</source>
        <translation>가상 시간</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Back to before the last auction</source>
        <translation>마지막 경매 직전으로</translation>
    </message>
    <message>
        <source>Go to before the last auction (,). The run is repeated up to it, which takes as long as all of it at full speed.</source>
        <translation>마지막 경매 직전으로 갑니다 (,). 그 지점까지 실행을 반복하며, 최대 속도로 전체를 돌리는 만큼 걸립니다.</translation>
    </message>
    <message>
        <source>Repeating the run, %1</source>
        <translation>실행 반복 중, %1</translation>
    </message>
    <message>
        <source>Speed, now %1×</source>
        <translation>속도, 현재 %1×</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>파일 열기…</translation>
    </message>
    <message>
        <source>Stop repeating here</source>
        <translation>여기서 반복 멈춤</translation>
    </message>
</context>
<context>
    <name>gavel::widgets::ChartTableModel</name>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
</context>
<context>
    <name>gavel::widgets::Chip</name>
    <message>
        <source>Click the cross or press Del to take it away.</source>
        <translation>닫기 표시를 누르거나 Del 키로 제거합니다.</translation>
    </message>
</context>
<context>
    <name>gavel::widgets::ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>gavel::widgets::DocumentDialog</name>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>확인하는 중…</translation>
    </message>
    <message>
        <source>What you typed is not saved. Cancel again leaves it.</source>
        <translation>입력한 내용이 저장되지 않았습니다. 다시 취소하면 나갑니다.</translation>
    </message>
</context>
<context>
    <name>gavel::widgets::FilterEdit</name>
    <message>
        <source>Clear the filter</source>
        <translation>필터 지우기</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>유효</translation>
    </message>
</context>
<context>
    <name>gavel::widgets::LineChart</name>
    <message>
        <source>%1: %2</source>
        <comment>chart line: last value</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>gavel::widgets::MarketBadge</name>
    <message>
        <source>LIVE</source>
        <translation>라이브</translation>
    </message>
    <message>
        <source>SIMULATION</source>
        <translation>시뮬레이션</translation>
    </message>
    <message>
        <source>DRAFT</source>
        <translation>초안</translation>
    </message>
    <message>
        <source>WHAT-IF</source>
        <translation>가정</translation>
    </message>
    <message>
        <source>NO MARKET</source>
        <translation>시장 없음</translation>
    </message>
</context>
<context>
    <name>gavel::widgets::OrderDialog</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Type %1</source>
        <translation>%1 입력</translation>
    </message>
</context>
<context>
    <name>gavel::widgets::Panel</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>error: where, what</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1: %2; %3.</source>
        <comment>error: where, what, advice</comment>
        <translation>%1: %2. %3.</translation>
    </message>
    <message>
        <source>stale for %1 s</source>
        <translation>%1 s째 갱신 없음</translation>
    </message>
</context>
<context>
    <name>gavel::widgets::PanelGroup</name>
    <message>
        <source>Panels of this place</source>
        <translation>이 영역의 패널</translation>
    </message>
</context>
</TS>
