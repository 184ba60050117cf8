import type { BodyOption } from '@lianxi/schema/commands/account'
import type { AccountList } from '@lianxi/schema/views/admin'
import { role as roles } from '@lianxi/schema/vocabulary'
import { Pager } from '@/features/board/pager'
import boardStyles from '@/features/board/board.module.css'
import type { Query } from '@/features/session/search'
import { Empty, PageHead } from '@/features/shell/page-head'
import { AccountLine } from './account-row'
import { NewAccount } from './create-account'

const PATH = '/admin'

function Find({ query }: { query: Query }) {
  return (
    <form action={PATH} method="get" role="search" aria-label="查找账号" className={boardStyles.filters}>
      <div>
        <label htmlFor="q">用户名或姓名</label>
        <input id="q" name="q" type="search" maxLength={60} defaultValue={query['q'] ?? ''} />
      </div>
      <div>
        <label htmlFor="role">角色</label>
        <select id="role" name="role" defaultValue={query['role'] ?? ''}>
          <option value="">全部</option>
          {roles.words.map((word) => (
            <option key={word} value={word}>
              {roles.labels[word]}
            </option>
          ))}
        </select>
      </div>
      <button type="submit">查找</button>
    </form>
  )
}

export function AccountsPage({ list, bodies, query }: { list: AccountList; bodies: BodyOption[]; query: Query }) {
  return (
    <>
      <PageHead
        title={`账号 ${list.total}`}
        note={<p className="note">停用和重设密码立即生效，并使该账号的登录失效</p>}
      />
      <NewAccount bodies={bodies} />
      <Find query={query} />
      {list.rows.length === 0 ? (
        <Empty title="没有符合条件的账号。">请换个查找条件，或用“新建账号”建立。</Empty>
      ) : (
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">用户名</th>
              <th scope="col">姓名</th>
              <th scope="col">单位和角色</th>
              <th scope="col">状态</th>
              <th scope="col">建立</th>
              <th scope="col">办理</th>
            </tr>
          </thead>
          <tbody>
            {list.rows.map((account) => (
              <AccountLine key={account.id} account={account} bodies={bodies} />
            ))}
          </tbody>
        </table>
      )}
      <Pager path={PATH} query={query} total={list.total} page={list.page} pageSize={list.pageSize} />
    </>
  )
}
